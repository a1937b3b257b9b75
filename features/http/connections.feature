Feature: Connections

  "User doesn't have to restart the file upload from scratch whenever there is a network interruption."

  @HTTP-12 @level:MUST @source:implied @explained-by:CHK-10 @explained-by:CHK-03
  Rule: HTTP-12 Chunks of one session may come over different connections and in parallel

    Derivation: resuming after an interruption is by nature another connection; the session id, not the connection, holds
    the chunks together.

    @stores:1MiB
    Scenario: Many chunks in flight, none is lost
      Given an upload session for a file of 64000 bytes
      When the client uploads the file in chunks of 1000 bytes, 8 at a time
      Then every chunk is accepted
      And the session still expects no bytes

    @oracle @stores:1MiB
    Scenario: Many chunks in flight, the file is whole
      Given an upload session for a file of 80000 bytes
      When the client uploads the file in chunks of 1000 bytes, 8 at a time
      And the client commits the session
      Then the stored file is the uploaded one

    @oracle @stores:1MiB
    Scenario: Interleaved over four sessions
      Given 4 upload sessions for files of 20000 bytes
      When the client uploads all files in chunks of 1000 bytes, one chunk of each in turn
      And the client commits all sessions
      Then every stored file is the uploaded one

    @needs:get-session
    Scenario: A session goes on over another connection while the first stays open
      Given an upload session for a file of 100 bytes
      And bytes 0-49 have been uploaded on a connection that is kept
      Then another connection sees the same session, which takes bytes 50-99 from it

    Scenario: Two chunks on their way at once
      Given an upload session for a file of 4000 bytes
      When the client uploads bytes 0-1999 and 2000-3999 over two connections, a piece of each in turn
      Then every chunk is accepted
      And the session still expects no bytes

    @oracle
    Scenario: Two chunks on their way at once, the file is whole
      Given an upload session for a file of 4000 bytes
      When the client uploads bytes 0-1999 and 2000-3999 over two connections, a piece of each in turn
      And the client commits the session
      Then the stored file is the uploaded one
