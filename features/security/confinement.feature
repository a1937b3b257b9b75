Feature: Confinement

  Every path stays below the root of the store. Nothing outside is aimed at but names that nothing has, and no such upload
  is committed, so that a server which fails here is not harmed by the trial.

  @SEC-06 @level:MUST @source:implied @explained-by:COM-02 @explained-by:URI-03
  Rule: SEC-06 Every path is confined to the root of the store, whatever its encoding

    Derivation: contentPath is "relative path [...] in the image store from its root": what climbs above the root names
    nothing in the store. Answered 2xx it has made or read a file elsewhere on the machine. Dot segments that stay
    inside may be resolved or refused (ruling 18).

    Scenario Outline: A chunk that climbs, <how>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/<climbing>/$/UploadChunk"
      Then the chunk is refused

      Examples: plain
        | how                             | climbing                       |
        | at once                         | ../{outside}                   |
        | many steps                      | ../../../../../../{outside}    |
        | after a step down               | a/../../{outside}              |
        | after a dot                     | ./../{outside}                 |

      Examples: with encoded dots
        | how                             | climbing                       |
        | dots encoded                    | %2e%2e/{outside}               |
        | dots encoded in capitals        | %2E%2E/{outside}               |
        | one dot encoded                 | .%2e/{outside}                 |
        | dots encoded after a step down  | a/%2e%2e/%2e%2e/{outside}      |

      Examples: with encoded separators
        | how                             | climbing                       |
        | slash encoded                   | ..%2f{outside}                 |
        | slash encoded in capitals       | ..%2F..%2F..%2F{outside}       |
        | dots and slash encoded          | %2e%2e%2f{outside}             |
        | slash encoded after a step down | a%2f..%2f..%2f{outside}        |
        | from inside a folder            | {folder}/..%2f..%2f..%2f..%2f..%2f{outside} |

      Examples: with backslashes
        | how                             | climbing                       |
        | backslash                       | ..\{outside}                   |
        | backslash encoded               | ..%5c{outside}                 |
        | backslash encoded in capitals   | ..%5C..%5C..%5C{outside}       |
        | dots and backslash encoded      | %2e%2e%5c{outside}             |
        | backslash after a step down     | a%5c..%5c..%5c{outside}        |
        | separators mixed                | a/..%5c..%2f{outside}          |

      Examples: with NUL
        | how                             | climbing                       |
        | behind a NUL                    | {folder}%00/../../../../../{outside} |

    Scenario: A name that ends in NUL
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/{path}%00.txt/$/UploadChunk"
      Then the chunk is refused

    Scenario Outline: A path that climbs only for who reads it wrongly, <how>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 to "/ImageStore/<path>/$/UploadChunk"
      Then the chunk is refused, or taken under a path without dot segments

      Examples:
        | how                             | path                                  |
        | dots encoded twice              | %252e%252e/%252e%252e/{outside}       |
        | all encoded twice               | %252e%252e%252f{outside}              |
        | backslash encoded twice         | ..%255c{outside}                      |
        | over-long dots                  | %c0%ae%c0%ae/{outside}                |
        | over-long slash                 | ..%c0%af{outside}                     |
        | over-long in three octets       | %e0%80%ae%e0%80%ae/{outside}          |
        | full-width dots                 | %ef%bc%8e%ef%bc%8e/{outside}          |
        | a drive                         | C:/{outside}                          |
        | a drive and a backslash         | C:%5c{outside}                        |
        | another server                  | //server/{outside}                    |
        | another server by backslashes   | %5c%5cserver%5c{outside}              |
        | an encoded slash in front       | %2f{outside}                          |

    @oracle
    Scenario Outline: A file that is accepted lies inside, <how>
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-99 to "/ImageStore/<path>/$/UploadChunk"
      And the client commits the session
      Then the commit is refused, or the file is stored under its own name

      Examples:
        | how                           | path                      |
        | an absolute path              | %2f{component}            |
        | a path with a slash too many  | /{path}                   |
        | down and up again             | {folder}/a/../file.bin    |
        | down and up again, encoded    | {folder}/a%2f..%2ffile.bin |

    @oracle @about:COM-02
    Scenario: A name that would climb if it were decoded twice
      Given an upload session for a file of 100 bytes named "%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fescape"
      When the client uploads bytes 0-99
      And the client commits the session
      Then the commit is refused, or the file is stored under its own name

    @needs:upload-file
    Scenario Outline: A plain upload that climbs, <how>
      Given an upload session for a file of 100 bytes
      When the client makes a plain upload of 50 bytes to "/ImageStore/<climbing>"
      Then the upload is refused

      Examples:
        | how                        | climbing                       |
        | plain                      | ../{outside}                   |
        | dots encoded               | %2e%2e/{outside}               |
        | slash encoded              | ..%2f{outside}                 |
        | backslash encoded          | a%5c..%5c..%5c{outside}        |
        | NUL                        | {outside}%00.txt               |

    @needs:delete
    Scenario Outline: A deletion that climbs, <how>
      Given an upload session for a file of 100 bytes
      When the client sends DELETE to "/ImageStore/<climbing>"
      Then the request is refused

      Examples:
        | how                        | climbing                       |
        | dots encoded               | %2e%2e/{outside}               |
        | slash encoded              | ..%2f{outside}                 |
        | backslash encoded          | ..%5c{outside}                 |

    @needs:list
    Scenario Outline: A listing that climbs, <how>
      Given an upload session for a file of 100 bytes
      When the client sends GET to "/ImageStore/<climbing>"
      Then the answer lists nothing

      Examples:
        | how                        | climbing       |
        | dots encoded               | %2e%2e         |
        | slash encoded              | ..%2f          |
        | after a step down          | a%2f..%2f..    |
        | backslash encoded          | ..%5c          |
        | many steps                 | ..%2f..%2f..%2f..%2f.. |

    @needs:copy @oracle
    Scenario Outline: A copy that climbs, <how>
      Given a stored file of 100 bytes
      When the client asks for a copy from "<from>" to "<to>"
      Then the request is refused

      Examples:
        | how                         | from                 | to                        |
        | to a place outside          | {path}               | ../{outside}              |
        | to a place outside, backslash | {path}             | ..\{outside}              |
        | to a place outside, from inside | {path}           | {folder}/../../../../../../{outside} |
        | from a place outside        | ../{outside}         | {folder}/copy.bin         |

    @needs:folder-size
    Scenario: The size of the folder above
      Given an upload session for a file of 100 bytes
      When the client sends GET to "/ImageStore/..%5c/$/FolderSize?api-version=6.5"
      Then the request is refused

  @URI-16 @level:MUST @source:implied @explained-by:SEC-06
  Rule: URI-16 A path that resolves outside the root of the store is refused

    Derivation: as SEC-06, which is the same and is blamed first.

    Scenario Outline: A chunk to a path <with>
      Given an upload session for a file of 100 bytes
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 to "/ImageStore/<path>/$/UploadChunk"
      Then the chunk is refused

      Examples:
        | with                       | path                           |
        | with dot segments          | ../{outside}                   |
        | with encoded dot segments  | %2e%2e/{outside}               |
        | with an encoded slash      | ..%2f{outside}                 |
        | with an encoded backslash  | ..%5c{outside}                 |
        | with a NUL                 | {path}%00                      |
