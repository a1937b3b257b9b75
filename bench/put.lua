-- A chunk that is a whole file, each in a session and at a path of its own: what a replay of `generate` sends.
local file = io.open(os.getenv("BODY"), "rb")
local body = file:read("*a")
file:close()

local threads = 0
local requests = 0

function setup(thread)
  threads = threads + 1
  thread:set("thread", threads)
end

function request()
  requests = requests + 1
  local path = "/ImageStore/t" .. thread .. "/f" .. requests .. "/$/UploadChunk?session-id=00000000-0000-4000-8000-"
    .. string.format("%012x", requests) .. "&api-version=6.0"
  return wrk.format("PUT", path, {
    ["Content-Range"] = "bytes 0-" .. (#body - 1) .. "/" .. #body,
    ["Content-Type"] = "application/octet-stream",
  }, body)
end
