Feature: Connections

  "User doesn't have to restart the file upload from scratch whenever there is a network interruption."

  @HTTP-12 @level:MUST @source:implied @explained-by:CHK-04 @explained-by:CHK-10 @explained-by:CHK-03 @explained-by:CHK-06
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

    @needs:get-session @stores:128KiB
    Scenario: Ten chunks in flight together, none is lost
      Given an upload session for a file of 30000 bytes
      When the client uploads the file in chunks of 500 bytes, 10 in flight together
      Then every chunk in flight is accepted
      And the session still expects no bytes

    @needs:get-session @about:CHK-13
    Scenario: Asking while chunks are in flight
      Given an upload session for a file of 4000 bytes
      When the client uploads the file in chunks of 200 bytes, 5 in flight together
      Then whoever asks meanwhile learns what was missing

    @needs:get-session
    Scenario: The first chunks of a session in flight together
      When bytes 0-199, 200-399, 400-599, 600-799, 800-999 of a session for 1000 bytes that holds none are in flight together
      Then every chunk in flight is accepted
      And the session expects its file less the chunks that were accepted

    @oracle @stores:1MiB
    Scenario: Ten chunks in flight together, the file is whole
      Given an upload session for a file of 300000 bytes
      When the client uploads the file in chunks of 10000 bytes, 10 in flight together
      And the client commits the session
      Then the stored file is the uploaded one

    @oracle @stores:1MiB
    Scenario: Ten sessions, a chunk of each in flight together
      Given 10 upload sessions for files of 30000 bytes
      When the client uploads all files in chunks of 10000 bytes, a chunk of each in flight together
      And the client commits all sessions
      Then every stored file is the uploaded one

    @needs:get-session @stores:1MiB
    Scenario: After a lost answer a chunk is there or not
      Given an upload session for a file of 200000 bytes
      And bytes 150000-199999 have been uploaded
      When the answer to the chunk 0-149999 is lost
      Then the session expects all of bytes 0-149999 or none of them

    @needs:get-session @oracle @stores:1MiB
    Scenario: The file resumed after a lost answer
      Given an upload session for a file of 200000 bytes
      And bytes 150000-199999 have been uploaded
      When the answer to the chunk 0-149999 is lost
      And the client resumes with what is still expected
      And the client commits the session
      Then the stored file is the uploaded one
