Feature: Order and size of chunks

  "Chunks don't have to be uploaded in order." How a file is cut, and in which order and over which connections the pieces
  travel, is the client's choice; the stored file is the same.

  @CHK-03 @level:MUST @source:documented @explained-by:CHK-10 @explained-by:CHK-01
  Rule: CHK-03 Chunks may arrive in any order; the assembled file is in byte order

    Source: the second paragraph of Upload File Chunk. The official client sends up to ten chunks at once from an unordered
    bag, so a server that assembles by arrival corrupts ordinary uploads.

    Scenario Outline: <order>, every chunk accepted
      Given an upload session for a file of 600 bytes
      When the client uploads the file in chunks of 100 bytes <order>
      Then every chunk is accepted
      And the session still expects no bytes

      Examples:
        | order           |
        | in order        |
        | in reverse      |
        | last one first  |
        | first one last  |
        | odd before even |
        | shuffled        |

    @oracle
    Scenario Outline: <order>, the file in byte order
      Given an upload session for a file of 600 bytes
      When the client uploads the file in chunks of 100 bytes <order>
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | order           |
        | in reverse      |
        | last one first  |
        | first one last  |
        | odd before even |
        | shuffled        |

    @oracle
    Scenario: Positions that sort differently as text
      Given an upload session for a file of 1200 bytes
      When the client uploads bytes 1000-1199, 80-999, 0-79
      And the client commits the session
      Then the stored file is the uploaded one

  @CHK-04 @level:MUST @source:implied @oracle @explained-by:CHK-10 @explained-by:CHK-03
  Rule: CHK-04 Chunk size is free, from one byte to the whole file

    Derivation: the documented format names three positions and no limit, multiple or alignment. Published clients send
    chunks of 4 MiB and of 25 MiB with an odd remainder. How many they are is free as well.

    Scenario: Uneven chunks, shuffled
      Given an upload session for a file of 2000 bytes
      When the client uploads the file in chunks of 1, 499, 30, 700, 2, 260, 127, 128 bytes shuffled
      And the client commits the session
      Then the stored file is the uploaded one

    Scenario: Hundreds of chunks, shuffled
      Given an upload session for a file of 20000 bytes
      When the client uploads the file in chunks of 100 bytes shuffled
      And the client commits the session
      Then the stored file is the uploaded one

    Scenario Outline: A file of <file> in chunks of <chunks>
      Given an upload session for a file of <file>
      When the client uploads the file in chunks of <chunks>
      And the client commits the session
      Then every chunk is accepted
      And the stored file is the uploaded one

      @about:CR-02
      Examples: down to one byte
        | file        | chunks                   |
        | 1 byte      | 1 byte                   |
        | 2 bytes     | 1 byte                   |
        | 40 bytes    | 1 byte                   |
        | 100 bytes   | 99 bytes                 |
        | 100 bytes   | 1, 2, 3, 5, 8, 13, 21 bytes |

      Examples: small
        | file        | chunks                   |
        | 1000 bytes  | 7 bytes                  |
        | 1300 bytes  | 5 bytes                  |

      @stores:256KiB
      Examples: about the sizes of buffers
        | file         | chunks       |
        | 4095 bytes   | 4095 bytes   |
        | 4096 bytes   | 4096 bytes   |
        | 4097 bytes   | 4097 bytes   |
        | 8192 bytes   | 4096 bytes   |
        | 16385 bytes  | 8193 bytes   |
        | 65535 bytes  | 65535 bytes  |
        | 65536 bytes  | 65536 bytes  |
        | 65537 bytes  | 65537 bytes  |
        | 131072 bytes | 65536 bytes  |
        | 131073 bytes | 65537 bytes  |

      @stores:3MiB
      Examples: large
        | file    | chunks       |
        | 1 MiB   | 1 MiB        |
        | 2 MiB   | 1048575 bytes |
        | 2 MiB   | 1048577 bytes |

      @stores:6MiB
      Examples: as a published client cuts
        | file          | chunks |
        | 5000000 bytes | 4 MiB  |

      @stores:27MiB @about:CR-29
      Examples: as the official client cuts
        | file           | chunks |
        | 26300000 bytes | 25 MiB |

  @CHK-12 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http
  Rule: CHK-12 A body is as long as its range; service-fabric finds out at the commit, strict-http at once

    Source: last less first plus one octets. The real system counts only when the chunks are joined, so two wrong lengths
    that cancel out are never found. A server that counts at once finds the mistake where it was made.

    @profile:service-fabric
    Scenario Outline: A body of <sent> bytes as bytes 0-9 counts as the range
      Given an upload session for a file of 20 bytes
      When the client uploads a body of <sent> bytes as bytes 0-9
      Then the answer is 200
      And the session still expects bytes 10-19

      Examples:
        | sent |
        | 9    |
        | 11   |
        | 1    |

    @profile:service-fabric @about:COM-08
    Scenario Outline: The commit after a body of <sent> bytes as bytes 0-9
      Given a session for 20 bytes that holds 10-19
      When the client uploads a body of <sent> bytes as bytes 0-9
      And the client commits the session
      Then the answer is 400 ARG

      Examples:
        | sent |
        | 9    |
        | 11   |

    @profile:service-fabric @oracle
    Scenario: Two wrong lengths that cancel out, joined as they came
      Given an upload session for a file of 20 bytes
      When the client uploads its bytes 0-10 as bytes 0-9
      And the client uploads its bytes 11-19 as bytes 10-19
      And the client commits the session
      Then the stored file is the uploaded one

    @profile:strict-http
    Scenario Outline: A body of <sent> bytes as bytes <range>, with <received> received
      Given a session for 20 bytes that holds <received>
      When the client uploads a body of <sent> bytes as bytes <range>
      Then the answer is 400

      Examples:
        | received | sent | range |
        | none     | 9    | 0-9   |
        | none     | 11   | 0-9   |
        | none     | 1    | 0-9   |
        | none     | 20   | 0-9   |
        | 10-19    | 9    | 0-9   |
        | 10-19    | 11   | 0-9   |
        | 0-9      | 9    | 10-19 |
        | 0-9      | 2    | 19-19 |

    @profile:strict-http
    Scenario Outline: A body of <sent> bytes as bytes 0-9 in chunked coding
      Given an upload session for a file of 20 bytes
      When the client uploads a body of <sent> bytes as bytes 0-9 in chunked coding
      Then the chunk is refused

      Examples:
        | sent |
        | 9    |
        | 11   |

  @CHK-22 @level:MUST @source:implementation @profile:service-fabric @profile:strict-http @explained-by:CHK-12
  Rule: CHK-22 An empty body is no range; service-fabric finds out at the commit, strict-http at once

    Source: as CHK-12. A published client, generated from a description without a body, sends exactly this.

    @profile:service-fabric
    Scenario: An empty body counts as the range
      Given an upload session for a file of 20 bytes
      When the client uploads a body of 0 bytes as bytes 0-9
      Then the answer is 200
      And the session still expects bytes 10-19

    @profile:service-fabric @about:COM-08
    Scenario: The commit after an empty body
      Given a session for 20 bytes that holds 10-19
      When the client uploads a body of 0 bytes as bytes 0-9
      And the client commits the session
      Then the answer is 400 ARG

    @profile:strict-http
    Scenario Outline: An empty body as bytes <range>, with <received> received
      Given a session for 20 bytes that holds <received>
      When the client uploads a body of 0 bytes as bytes <range>
      Then the answer is 400

      Examples:
        | received | range |
        | none     | 0-9   |
        | none     | 0-19  |
        | 10-19    | 0-9   |

  @CR-29 @level:MUST @source:documented @explained-by:CHK-03 @explained-by:VER-02
  Rule: CR-29 Positions are 64-bit: they may be far beyond 2^32

    Source: positions and sizes are 64-bit integers in the published schema. Arithmetic in 32 bits is a real defect of
    published clients; in a server it would fold large files onto themselves. Above 2^40 a refusal for size is no more than
    a warning, since a server may limit the length of a file.

    Scenario Outline: First and last byte of a file of <length> bytes
      Given an upload session for a declared length of <length> bytes
      When the client uploads the first 10 bytes and the last 10 bytes
      Then every chunk is accepted
      And the session still expects all but the first 10 and the last 10 bytes

      @declares:3GiB
      Examples: about 2^31
        | length     |
        | 2147483647 |
        | 2147483648 |
        | 2147483658 |

      @declares:5GiB
      Examples: about 2^32
        | length     |
        | 4294967295 |
        | 4294967296 |
        | 4294967306 |
        | 5000000000 |

      @declares:1TiB
      Examples: up to 2^40
        | length        |
        | 1099511627776 |

      @level:SHOULD @declares:8EiB
      Examples: above 2^40
        | length              |
        | 4398046511104       |
        | 9007199254740993    |
        | 9223372036854775807 |

    @declares:5GiB
    Scenario: Distinct chunks whose positions agree in their low 32 bits
      Given an upload session for a declared length of 5000000000 bytes
      And bytes 0-9 have been uploaded
      When the client uploads bytes 4294967296-4294967305
      Then every chunk is accepted
      And the session still expects bytes 10-4294967295, 4294967306-4999999999
