import { obsName } from './obs-facts.js';

/** What a method of a client of S3 calls, by OBS's names; empty for one that is not known. */
export function s3Operations(method: string): readonly string[] {
  const command = method.replace(/Command$/, '');
  const own = METHODS.get(command.toLowerCase().replaceAll('_', ''));
  if (own !== undefined) return own;
  const name = obsName(command);
  return name === undefined ? [] : [name];
}

const UPLOAD = [
  'PutObject',
  'InitiateMultipartUpload',
  'UploadPart',
  'CompleteMultipartUpload',
  'AbortMultipartUpload',
];
const DOWNLOAD = ['GetObjectMetadata', 'GetObject'];

/**
 * Methods that are called otherwise than the operations of S3, in lower case and without underlines: of boto3, of the
 * SDKs for Go, Java and JavaScript, and of MinIO's clients. Source: their API references.
 */
const METHODS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    bucketexists: ['HeadBucket'],
    doesbucketexist: ['HeadBucket'],
    doesbucketexistv2: ['HeadBucket'],
    doesobjectexist: ['GetObjectMetadata'],
    downloadfile: DOWNLOAD,
    downloadfileobj: DOWNLOAD,
    fgetobject: DOWNLOAD,
    fputobject: UPLOAD,
    makebucket: ['CreateBucket'],
    removebucket: ['DeleteBucket'],
    removeobject: ['DeleteObject'],
    removeobjects: ['DeleteObjects'],
    setbucketpolicy: ['SetBucketPolicy'],
    statobject: ['GetObjectMetadata'],
    upload: UPLOAD,
    uploadfile: UPLOAD,
    uploadfileobj: UPLOAD,
  }),
);
