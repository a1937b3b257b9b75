'use strict';

// Uploads a file with azure-servicefabric as its users do. Usage: node upload.js URL PATH FILE CHUNK_SIZE [content]
// Its chunk call has no argument for the bytes (its generator knew of no body), so a request filter of the
// application puts them in; everything else is what the package sends. Prints each request and how it was answered.

const crypto = require('crypto');
const fs = require('fs');
const ServiceFabricClient = require('azure-servicefabric');

const [url, path, file, size, content] = process.argv.slice(2);
const bytes = fs.readFileSync(file);
const chunkSize = Number(size);
let body = null;

function filter(resource, next, callback) {
  if (body !== null) {
    resource.body = body;
    body = null;
  }
  return next(resource, (error, response, text) => {
    const status = error ? error.message : response.statusCode;
    const range = resource.headers['Content-Range'] ? ` [${resource.headers['Content-Range']}]` : '';
    console.log(`${resource.method} ${resource.url.slice(url.length)}${range} -> ${status}`);
    callback(error, response, text);
  });
}

async function upload(client, sessionId) {
  const starts = [];
  for (let first = 0; first < bytes.length; first += chunkSize) {
    starts.unshift(first);
  }
  for (const first of starts) {
    const last = Math.min(first + chunkSize, bytes.length) - 1;
    body = bytes.subarray(first, last + 1);
    await client.uploadFileChunk(path, sessionId, `bytes ${first}-${last}/${bytes.length}`);
  }
}

function expect(what, actual, wanted) {
  if (JSON.stringify(actual) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(actual)}`);
  }
}

async function main() {
  const client = new ServiceFabricClient(url, { noRetryPolicy: true, filters: [filter] });
  const sessionId = crypto.randomUUID();
  await upload(client, sessionId);

  const byId = await client.getImageStoreUploadSessionById(sessionId);
  expect('sessions by id', byId.uploadSessions.length, 1);
  expect('what is still expected', byId.uploadSessions[0].expectedRanges, []);
  expect('file size', byId.uploadSessions[0].fileSize, String(bytes.length));
  const byPath = await client.getImageStoreUploadSessionByPath(path);
  expect('sessions by path', byPath.uploadSessions.map(s => s.sessionId), [sessionId]);
  await client.commitImageStoreUploadSession(sessionId);

  const abandoned = crypto.randomUUID();
  body = bytes.subarray(0, 1);
  await client.uploadFileChunk(path, abandoned, `bytes 0-0/${bytes.length}`);
  await client.deleteImageStoreUploadSession(abandoned);

  const refused = await client.commitImageStoreUploadSession(abandoned).catch(error => error);
  expect('a commit of what was deleted is refused with a FabricError', Boolean(refused.body.error.code), true);

  if (content) {
    const listed = await client.getImageStoreContent(path);
    expect('listed sizes', listed.storeFiles.map(f => f.fileSize), [String(bytes.length)]);
  }
  console.log('uploaded');
  if (content === 'delete') {
    await client.deleteImageStoreContent(path);
    const gone = await client.getImageStoreContent(path).catch(error => error);
    expect('status of the listing after the deletion', gone.statusCode, 404);
    console.log('deleted');
  }
}

main().catch(error => {
  console.error(error.stack);
  process.exitCode = 1;
});
