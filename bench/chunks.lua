-- Chunks of files: COUNT of them make one, each file in a session of its own. TO=nginx sends the same bytes as files.
local file = io.open(os.getenv("BODY"), "rb")
local body = file:read("*a")
file:close()

local count = tonumber(os.getenv("COUNT"))
local plain = os.getenv("TO") == "nginx"
local run = os.getenv("RUN")
local requests = 0

function request()
  local session = math.floor(requests / count)
  local chunk = requests % count
  requests = requests + 1
  if plain then
    return wrk.format("PUT", "/r" .. run .. "/f" .. session .. "/c" .. chunk, {}, body)
  end
  local path = "/ImageStore/r" .. run .. "/f" .. session .. "/$/UploadChunk?session-id="
    .. string.format("%08x-0000-4000-8000-%012x", tonumber(run), session) .. "&api-version=6.0"
  return wrk.format("PUT", path, {
    ["Content-Range"] = string.format("bytes %d-%d/%d", chunk * #body, chunk * #body + #body - 1, count * #body),
    ["Content-Type"] = "application/octet-stream",
  }, body)
end
