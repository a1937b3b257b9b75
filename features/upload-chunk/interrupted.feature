Feature: Interrupted chunks

  "User doesn't have to restart the file upload from scratch whenever there is a network interruption."

  @CHK-13 @level:MUST @source:implied @explained-by:CHK-04 @explained-by:CHK-10 @explained-by:CHK-03 @explained-by:COM-04 @explained-by:QRY-05
  @explained-by:CHK-06
  Rule: CHK-13 A body that was cut records nothing

    Derivation: resumption means that the client learns which bytes are missing. A cut body that counts as its range puts
    bytes into the file that were never sent.

    Scenario Outline: The first chunk of a session, cut <where>
      Given an upload session for a file of 1000 bytes
      When the connection is lost <where> of the chunk 0-499
      Then no byte of 0-499 is recorded

      Examples:
        | where                  |
        | before the first byte  |
        | after the first byte   |
        | in the middle          |
        | before the last byte   |

    Scenario Outline: A chunk of an open session, cut <where>
      Given an upload session for a file of 1000 bytes
      And bytes 500-999 have been uploaded
      When the connection is lost <where> of the chunk 0-499
      Then no byte of 0-499 is recorded
      And the commit is refused

      Examples:
        | where                  |
        | before the first byte  |
        | after the first byte   |
        | in the middle          |
        | before the last byte   |

    @stores:2MiB
    Scenario: A large chunk, cut in the middle
      Given an upload session for a file of 1000000 bytes
      When the connection is lost in the middle of the chunk 0-799999
      Then no byte of 0-799999 is recorded

    @oracle @stores:2MiB
    Scenario Outline: The file resumed after a chunk was cut <where>
      Given an upload session for a file of 3000 bytes
      And bytes 0-999 have been uploaded
      When the connection is lost <where> of the chunk 1000-2999
      And the client resumes with what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | where                |
        | after the first byte |
        | in the middle        |
        | before the last byte |

    Scenario Outline: A chunk in chunked coding, cut <where>
      Given an upload session for a file of 1000 bytes
      When the connection is lost <where> of the chunk 0-499 in chunked coding
      Then no byte of 0-499 is recorded

      Examples:
        | where                 |
        | in the middle         |
        | before the last-chunk |

    @oracle
    Scenario: A duplicate that is cut does not damage received bytes
      Given an upload session for a file of 1000 bytes
      And bytes 0-499 and 500-999 have been uploaded
      When the connection is lost in the middle of the chunk 0-499
      And the client commits the session
      Then the stored file is the uploaded one

    @needs:get-session @about:CHK-14
    Scenario: A chunk that is cut while it also arrives whole
      Given an upload session for a file of 1000 bytes
      And bytes 500-999 have been uploaded
      When the chunk 0-499 is on its way twice, and one of the connections is lost in the middle
      Then the session still expects the others

    @oracle @about:CHK-14 @stores:256KiB
    Scenario: The file after a chunk that was cut while it also arrived whole
      Given an upload session for a file of 40000 bytes
      And bytes 30000-39999 have been uploaded
      When the chunk 0-29999 is on its way twice, and one of the connections is lost in the middle
      And the client resumes with what is still expected
      And the client commits the session
      Then the stored file is the uploaded one
