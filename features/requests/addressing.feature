Feature: Addressing

  "PUT /ImageStore/{contentPath}/$/UploadChunk", where contentPath is "relative path to file or folder in the image store
  from its root".

  @URI-01 @level:MUST @source:documented @explained-by:CHK-01 @explained-by:URI-03
  Rule: URI-01 A chunk is sent with PUT to /ImageStore/{contentPath}/$/UploadChunk

    Source: method and URI of Upload File Chunk. What follows $ is the operation, and whatever stands before it is the path,
    also when it reads like the name of an operation.

    Scenario: A file in a folder
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk"
      Then the chunk is accepted
      And the session is known under the path "{path}"

    Scenario: A file at the root of the store
      Given an upload session for a file of 100 bytes at the root of the store
      When the client uploads bytes 0-49
      Then the chunk is accepted
      And the session is known under the path "{path}"

    Scenario Outline: A file called <name>
      Given an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-49
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | name                       |
        | UploadChunk                |
        | ImageStore/file.bin        |
        | GetUploadSession/file.bin  |
        | CommitUploadSession        |

    @profile:documented @profile:strict-http @about:TMO-02
    Scenario Outline: Parameters in the order of <client>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk?<query>"
      Then the chunk is accepted
      And the session still expects bytes 50-99

      Examples:
        | client                | query                                       |
        | the VS Code extension | session-id={id}&api-version=6.0&timeout=120 |
        | the .NET client       | session-id={id}&timeout=60&api-version=6.0  |
        | azure-servicefabric   | api-version=6.0&session-id={id}&timeout=60  |

    @profile:strict-http
    Scenario: A target in absolute form
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "http://{host}/ImageStore/{path}/$/UploadChunk"
      Then the chunk is accepted
      And the session is known under the path "{path}"

    @profile:strict-http @level:SHOULD
    Scenario: A request for two hosts at once
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 for a second host as well
      Then the answer is 400

  @URI-02 @level:MUST @source:documented @source:implementation @explained-by:HTTP-01
  Rule: URI-02 The content path is required and relative to the root of the store

    Source: contentPath of Upload File Chunk, "Required: Yes".

    @answer:service-fabric=400-ARG
    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is refused

      Examples:
        | what                        | address                       |
        | No content path             | /ImageStore/$/UploadChunk     |
        | An empty content path       | /ImageStore//$/UploadChunk    |
        | A content path of a slash   | /ImageStore///$/UploadChunk   |

  @URI-03 @level:MUST @source:implied
  Rule: URI-03 Nested folders are accepted, and need not exist beforehand

    Derivation: the path is relative to the root and no operation makes a folder, so the upload has to. One file lies at one
    path: the same name in two folders is two files. First it is seen that the target takes files at all, at the root or in
    a folder that is there, so that what it refuses then is the folder.

    Scenario Outline: A file <depth> deep
      Given a chunk has been taken at the root of the store
      And an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-49
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | depth         | name                            |
        | two folders   | a/b.bin                         |
        | ten folders   | a/b/c/d/e/f/g/h/i/j/k.bin       |

    @oracle
    Scenario Outline: A file stored <depth> deep
      Given files have been stored in a folder that exists
      And an upload session for a file of 100 bytes named "<name>"
      And all its bytes have been uploaded
      When the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | depth         | name                            |
        | two folders   | a/b.bin                         |
        | ten folders   | a/b/c/d/e/f/g/h/i/j/k.bin       |

    @oracle
    Scenario: One name in two folders
      Given files have been stored in a folder that exists
      And an upload session for a file of 100 bytes named "one/same.bin"
      And all its bytes have been uploaded
      And an upload session for a file of 90 bytes named "two/same.bin" in another folder
      And all its bytes have been uploaded
      When the client commits all sessions
      Then every stored file is the uploaded one

  @URI-04 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-01
  Rule: URI-04 The words of an address match case-sensitively

    Source: the gateway compares its templates letter by letter. Two spellings of one operation would be two ways past
    whoever guards the first.

    @answer:service-fabric=400-ARG
    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is refused

      Examples:
        | what                   | address                          |
        | The store in small     | /imagestore/{path}/$/UploadChunk |
        | The action in small    | /ImageStore/{path}/$/uploadchunk |
        | Both words in capitals | /IMAGESTORE/{path}/$/UPLOADCHUNK |

  @URI-05 @level:MUST @source:implementation @profile:service-fabric
  Rule: URI-05 Empty segments and trailing slashes are ignored

    Source: the gateway drops empty tokens when it splits the path.

    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "<address>"
      Then the chunk is accepted
      And the session still expects no bytes

      Examples:
        | what                        | address                                 |
        | Slashes before the path     | /ImageStore///{path}/$/UploadChunk      |
        | Slashes behind the path     | /ImageStore/{path}///$/UploadChunk      |
        | A slash before the store    | //ImageStore/{path}/$/UploadChunk       |
        | A trailing slash            | /ImageStore/{path}/$/UploadChunk/       |
        | Slashes around the dollar   | /ImageStore/{path}/$//UploadChunk       |

  @URI-06 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-01
  Rule: URI-06 A segment that is $ introduces an action and is no part of a path

    Source: the metadata segment of the gateway's addresses.

    @answer:service-fabric=400-ARG
    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is refused

      Examples:
        | what                      | address                              |
        | A dollar inside the path  | /ImageStore/{folder}/$/b             |
        | A dollar and no action    | /ImageStore/{path}/$                 |
        | Nothing but a dollar      | /ImageStore/$                        |
        | A dollar before another   | /ImageStore/{folder}/$/b/$/UploadChunk |

    Scenario Outline: A segment with a dollar in it, <name>
      Given an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk"
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | name       |
        | a$b        |
        | $a         |
        | a$/file    |

  @URI-07 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-01
  Rule: URI-07 Nothing may follow the word of the action

    Source: the gateway's parser of addresses.

    @answer:service-fabric=400-ARG
    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is refused

      Examples:
        | what                 | address                                      |
        | A segment behind it  | /ImageStore/{path}/$/UploadChunk/x           |
        | The word once more   | /ImageStore/{path}/$/UploadChunk/UploadChunk |

  @URI-08 @level:SHOULD @source:implementation @profile:service-fabric
  Rule: URI-08 %24 is $

    Source: the HTTP stack decodes before the gateway routes; inferred.

    Scenario: A chunk whose dollar is encoded
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/%24/UploadChunk"
      Then the chunk is accepted
      And the session still expects bytes 50-99

  @URI-09 @level:SHOULD @source:implementation @source:http @profile:service-fabric @profile:strict-http
  Rule: URI-09 Percent-encoded octets of a path are decoded as UTF-8

    Source: RFC 3986, 2.1 and 6.2.2.2. A client has no other way to name a file with a space, and may encode what it need
    not.

    Scenario Outline: A file called <name>
      Given an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-49
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | name        |
        | My App.bin  |
        | größe.bin   |
        | 包.bin       |
        | a+b.bin     |

    Scenario Outline: <what> may be encoded
      Given an upload session for a file of 100 bytes named "file.bin"
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore/{folder}/<name>/$/UploadChunk"
      Then the chunk is accepted
      And the session still expects no bytes

      Examples:
        | what     | name                     |
        | A letter | %66ile.bin               |
        | A dot    | file%2Ebin               |
        | Anything | %66%69%6C%65%2e%62%69%6e |

  @URI-10 @level:SHOULD @source:implementation @profile:service-fabric
  Rule: URI-10 %2F and %5C in a content path are separators

    Source: the official .NET client and the generated npm client encode the whole path as one component, separators
    included; inferred for the server. One that takes the escape for a letter of a name breaks them both.

    Scenario Outline: A path <encoded>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | encoded               | address                                 |
        | with %2F              | /ImageStore/{component}/$/UploadChunk   |
        | with %5C              | /ImageStore/{backslashed}/$/UploadChunk |

    Scenario: The chunk of azure-servicefabric
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 as azure-servicefabric does
      Then the chunk is accepted
      And the session is known under the path "{path}"

    @oracle
    Scenario: A file uploaded under an encoded path
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-99 to "/ImageStore/{component}/$/UploadChunk"
      And the client commits the session
      Then the stored file is the uploaded one

  @URI-11 @level:MUST @source:http @source:implementation @profile:strict-http
  Rule: URI-11 A path is decoded once

    Source: RFC 3986, 2.4: the same string must not be decoded more than once. A second decoding makes names unreachable and
    filters useless.

    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes named "<name>"
      When the client uploads bytes 0-49
      Then the chunk is refused, or taken under another path than "{folder}/<twice>"

      Examples:
        | what                          | name       | twice    |
        | A name with an escaped letter | x%41.bin   | xA.bin   |
        | A name with an escaped slash  | a%2Fb.bin  | a/b.bin  |
        | A name with an escaped dot    | a%2e%2e    | a..      |

    Scenario: Another file than the one whose escapes are decoded twice
      Given an upload session for a file of 100 bytes named "xA.bin"
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore/{folder}/x%2541.bin/$/UploadChunk"
      Then the chunk is refused

  @URI-12 @level:MUST @level:service-fabric=SHOULD @source:http @source:implementation @profile:service-fabric @profile:strict-http
  Rule: URI-12 A malformed escape is refused

    Source: RFC 3986, 2.1: a percent sign is followed by two hexadecimal digits. Inferred for the real system, whose HTTP
    stack refuses it.

    Scenario Outline: A path with <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{folder}/<name>/$/UploadChunk"
      Then the chunk is refused

      Examples:
        | what                     | name     |
        | a lone percent sign      | a%       |
        | a letter beyond F        | a%G1     |
        | one digit                | a%4      |
        | a percent sign escaped by itself | a%%41 |
        | a blank in the escape    | a%+1     |

  @URI-13 @level:MUST @source:implementation @profile:service-fabric @oracle
  Rule: URI-13 Slash and backslash are the same separator of a published path

    Source: the store normalises the path when it commits.

    Scenario: A file uploaded with backslashes
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-99 to "/ImageStore/{backslashed}/$/UploadChunk"
      And the client commits the session
      Then the stored file is the uploaded one

  @URI-14 @level:MUST @source:implementation @profile:service-fabric
  Rule: URI-14 A session compares paths letter by letter

    Source: the gateway compares the path of a chunk with that of the session as it came. The strict profile compares
    normalised paths (section 12 of the protocol page).

    @answer:service-fabric=409-CONFLICT
    Scenario: Another case
      Given an upload session for a file of 100 bytes named "folder/file.bin"
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore/{folder}/FILE.bin/$/UploadChunk"
      Then the chunk is refused

    @answer:service-fabric=409-CONFLICT @level:SHOULD
    Scenario: Another separator
      Given an upload session for a file of 100 bytes named "folder/file.bin"
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore/{backslashed}/$/UploadChunk"
      Then the chunk is refused

    @profile:strict-http @level:SHOULD
    Scenario: The same path with an empty segment
      Given an upload session for a file of 100 bytes named "folder/file.bin"
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore//{path}/$/UploadChunk"
      Then the chunk is accepted

  @URI-15 @level:MUST @source:implementation @oracle @explained-by:COM-02
  Rule: URI-15 Published names are blind to case or are not, and either throughout

    Source: the platform of the real system decides; either form is right (ruling 20). What is found under a name in other
    letters is the file or nothing, and the same for all files of a run.

    Scenario Outline: <what>
      Given a stored file of 100 bytes
      And a file of 90 bytes has been stored beside it
      When both are read under paths <writing>
      Then both are found, or neither is

      Examples:
        | what              | writing                      |
        | File names        | whose names are in capitals  |
        | Folders           | whose folders are in capitals |

  @URI-17 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-01
  Rule: URI-17 A fragment is no part of a request, and ends the path if it comes

    Source: the gateway cuts the address at # before it looks for parameters, so what follows is not seen.

    @answer:service-fabric=400-ARG
    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "<address>"
      Then the chunk is refused

      Examples:
        | what                            | address                                                                      |
        | The parameters in a fragment    | /ImageStore/{path}/$/UploadChunk#?api-version=6.0&session-id={id}            |
        | The version in a fragment       | /ImageStore/{path}/$/UploadChunk?session-id={id}#&api-version=6.0            |

  @URI-18 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-01
  Rule: URI-18 Parameters are pairs between ampersands, of which unknown ones are ignored and the first of a name counts

    Source: the gateway's parser: it splits at & and then at =, compares names case-sensitively, drops a pair whose value is
    empty or holds another =, and decodes nothing.

    Scenario Outline: <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk?<query>"
      Then the chunk is accepted
      And the session still expects bytes 50-99

      Examples:
        | what                                   | query                                                    |
        | In the order of the VS Code extension  | session-id={id}&api-version=6.0&timeout=120              |
        | In the order of azure-servicefabric    | api-version=6.0&session-id={id}&timeout=60               |
        | In the order of the .NET client        | session-id={id}&timeout=60&api-version=6.0               |
        | An unknown parameter                   | api-version=6.0&colour=blue&session-id={id}              |
        | A parameter without a value            | api-version=6.0&flag&session-id={id}                     |
        | Ampersands in a row                    | &api-version=6.0&&session-id={id}&                       |
        | A second version that is malformed     | api-version=6.0&api-version=abc&session-id={id}          |
        | A timeout with two equals signs        | api-version=6.0&timeout=1=2&session-id={id}              |

    @answer:service-fabric=400-ARG
    Scenario Outline: Refused for its version, <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk?<query>"
      Then the chunk is refused

      Examples:
        | what                       | query                                            |
        | a name in capitals         | API-VERSION=6.0&session-id={id}                  |
        | a first one that is malformed | api-version=abc&api-version=6.0&session-id={id} |
        | two equals signs           | api-version=6.0=1&session-id={id}                |
        | no value                   | api-version=&session-id={id}                     |

    @answer:service-fabric=400-SID
    Scenario Outline: Refused for its session id, <what>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk?<query>"
      Then the chunk is refused

      Examples:
        | what                       | query                                            |
        | a name in other letters    | api-version=6.0&Session-Id={id}                  |
        | two equals signs           | api-version=6.0&session-id={id}=                 |

  @URI-19 @level:MUST @source:implementation @profile:service-fabric
  Rule: URI-19 Parameters do not override the path

    Source: the gateway sets the variables of the path first, and the first value wins.

    Scenario Outline: A parameter called <name>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}/$/UploadChunk?<name>=elsewhere.bin&api-version=6.0&session-id={id}"
      Then the chunk is accepted
      And the session is known under the path "{path}"

      Examples:
        | name         |
        | RelativePath |
        | contentPath  |

  @URI-20 @level:SHOULD @source:implementation @profile:service-fabric
  Rule: URI-20 A long path is stored or refused as too long

    Source: the store uses long paths, and the gateway has the code FABRIC_E_PATH_TOO_LONG.

    Scenario Outline: A path of <what>
      Given an upload session for a file of 100 bytes in <count> folders of <letters> letters
      When the client uploads bytes 0-49
      Then the chunk is accepted, or the answer is 400 FABRIC_E_PATH_TOO_LONG

      Examples:
        | what            | count | letters |
        | 300 characters  | 6     | 40      |
        | 1000 characters | 20    | 45      |

  @URI-21 @level:SHOULD @source:documented @oracle
  Rule: URI-21 A folder is no target of an upload

    Source: contentPath is a "path to file or folder", and a folder has no bytes. A file in the place of a folder would hide
    all that the folder holds.

    Scenario: A file under the path of a folder
      Given a stored file of 100 bytes
      And an upload session for a file of 90 bytes under the path of its folder
      When the client uploads the file in chunks of 90 bytes
      And the client commits the session
      Then the commit is refused

    Scenario: The files of the folder stay
      Given a stored file of 100 bytes
      And an upload session for a file of 90 bytes under the path of its folder
      When the client uploads the file in chunks of 90 bytes
      And the client commits the session
      Then the file stored before is still the old one
