Feature: Content-Range of a chunk

  The format is "bytes {First-Byte-Position}-{Last-Byte-Position}/{File-Length}". "Refused" means any answer but 2xx;
  the state is read again after each refusal. The body has the length that the range would have if it were taken at its
  word, so that the header is the only defect of the request.

  In the documented profile a malformed value should be refused: the page names a format, not what becomes of another
  one. In strict-http it is refused with 400; 416 is tolerated. In service-fabric the value is read by a lax parser:
  letters of "bytes" and blanks are stripped, empty parts dropped, blanks, a plus sign and hexadecimal numbers allowed;
  what is not two numbers before the slash is read as 0-0.

  @CR-01 @level:MUST @source:documented @explained-by:CHK-03 @explained-by:VER-02
  Rule: CR-01 The documented example is accepted

    Source: Content-Range of Upload File Chunk, "bytes 300-5000/20000".

    Scenario: Bytes 300 to 5000 of 20000
      Given an upload session for a file of 20000 bytes
      When the client uploads bytes 300-5000 under Content-Range "bytes 300-5000/20000"
      Then the chunk is accepted
      And the session still expects bytes 0-299 and 5001-19999

  @CR-02 @level:MUST @source:documented @explained-by:VER-02
  Rule: CR-02 A chunk of one byte is accepted

    Source: the documented format; first and last position are inclusive, so they are equal for one byte.

    @about:CR-03
    Scenario: The only byte of a file
      Given an upload session for a file of 1 bytes
      When the client uploads bytes 0-0 under Content-Range "bytes 0-0/1"
      Then the chunk is accepted
      And the session still expects no bytes

    @about:CHK-03 @about:CHK-04
    Scenario: The last byte of a file
      Given an upload session for a file of 20 bytes
      When the client uploads bytes 19-19 under Content-Range "bytes 19-19/20"
      Then the chunk is accepted
      And the session still expects bytes 0-18

  @CR-03 @level:MUST @source:documented @explained-by:VER-02
  Rule: CR-03 The whole file may come in one chunk

    Source: the documented format; nothing asks for more than one chunk.

    Scenario: Bytes 0 to 19999 of 20000
      Given an upload session for a file of 20000 bytes
      When the client uploads bytes 0-19999 under Content-Range "bytes 0-19999/20000"
      Then the chunk is accepted
      And the session still expects no bytes

  @CR-04 @level:MUST @source:documented
  @answer:service-fabric=400-ARG @answer:strict-http=400
  Rule: CR-04 A chunk without Content-Range is refused, or in service-fabric counts as 0-0/0

    Source: Content-Range of Upload File Chunk, "Required: Yes". A chunk without a position is silent damage. The real
    system opens a session of no bytes for it, which can never be committed; on a session of another length it refuses.

    @profile:documented @profile:strict-http
    Scenario: The first chunk
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes without Content-Range
      Then the chunk is refused

    @about:CHK-11 @about:CHK-12
    Scenario: On an open session
      Given a session for 20 bytes that holds 10-19
      When the client uploads 10 bytes without Content-Range
      Then the chunk is refused

    @profile:documented @profile:strict-http
    Scenario: Behind a chunk on the same connection
      Given an upload session for a file of 20 bytes
      When the client uploads bytes 0-9 of another file, and 10 bytes without Content-Range over the same connection
      Then the chunk is refused

    @profile:documented @profile:strict-http
    Scenario: The whole file
      Given an upload session for a file of 20 bytes
      When the client uploads 20 bytes without Content-Range
      Then the chunk is refused

    @profile:service-fabric
    Scenario: The first chunk opens a session of no bytes
      Given an upload session for a file of 20 bytes
      When the client uploads 1 bytes without Content-Range
      Then the answer is 200
      And the session is one of 0 bytes that expects bytes 0-0

    @profile:service-fabric
    Scenario: The session of no bytes cannot be committed
      Given an upload session for a file of 20 bytes
      When the client uploads 1 bytes without Content-Range
      And the client commits the session
      Then the answer is 400 ARG

  @CR-05 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-ARG @answer:strict-http=400,416
  Rule: CR-05 An empty Content-Range is refused, or in service-fabric counts as 0-0/0

    Source: RFC 9110, 14.4, and the documented format. The real system takes it for no header at all, as in CR-04.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      @profile:documented @profile:strict-http
      Examples: a new session
        | form            | state                                    | body | header |
        | the first chunk | an upload session for a file of 20 bytes | 10   |        |

      @about:CHK-11 @about:CHK-12
      Examples: an open session
        | form               | state                                   | body | header |
        | on an open session | a session for 20 bytes that holds 10-19 | 10   |        |

    @profile:service-fabric
    Scenario: The first chunk opens a session of no bytes
      Given an upload session for a file of 20 bytes
      When the client uploads 1 bytes under Content-Range ""
      Then the answer is 200
      And the session is one of 0 bytes that expects bytes 0-0

  @CR-06 @level:MUST @source:http @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-06 A first position after the last is refused

    Source: RFC 9110, 14.4. A range that ends before it begins contradicts the documented format. In service-fabric the
    range is parsed before the session id is looked at; the order is no more than a warning.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                                     | state                                    | body | header        |
        | far apart                                | an upload session for a file of 20 bytes | 10   | bytes 9-0/20  |
        | by one                                   | an upload session for a file of 20 bytes | 10   | bytes 9-8/20  |
        | by one, without a body                   | an upload session for a file of 20 bytes | 0    | bytes 10-9/20 |
        | by one, with one byte                    | an upload session for a file of 20 bytes | 1    | bytes 10-9/20 |
        | by one, with the bytes of both positions | an upload session for a file of 20 bytes | 2    | bytes 9-8/20  |
        | on an open session                       | a session for 20 bytes that holds 10-19  | 10   | bytes 9-0/20  |
        | by one on an open session                | a session for 20 bytes that holds 10-19  | 0    | bytes 9-8/20  |
        | by one on an open session, with one byte | a session for 20 bytes that holds 10-19  | 1    | bytes 9-8/20  |

    @profile:service-fabric @level:SHOULD
    Scenario: Found before a malformed session id
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "bytes 9-0/20" with the session id "banana"
      Then the chunk is refused

  @CR-07 @level:MUST @level:documented=SHOULD @source:http @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-07 A last position equal to the length is refused, or in service-fabric leads to a dead session

    Source: RFC 9110, 14.4: positions count from zero, so the last one is at most the length less one. The real system
    accepts it for a first chunk, and then refuses every commit, since the stored bytes never add up to the length.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      @profile:documented @profile:strict-http
      Examples: a new session
        | form               | state                                    | body | header         |
        | last equals length | an upload session for a file of 20 bytes | 21   | bytes 0-20/20  |
        | one byte at length | an upload session for a file of 20 bytes | 1    | bytes 20-20/20 |

      @about:CHK-05
      Examples: an open session
        | form                                  | state                                 | body | header         |
        | last equals length on an open session | a session for 20 bytes that holds 0-9 | 21   | bytes 0-20/20  |
        | one byte at length on an open session | a session for 20 bytes that holds 0-9 | 1    | bytes 20-20/20 |

    @profile:service-fabric
    Scenario Outline: The first chunk of <length> bytes with last equal to length
      Given an upload session for a file of <length> bytes
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the answer is 200
      And the session still expects no bytes

      Examples:
        | length | body | header        |
        | 20     | 21   | bytes 0-20/20 |
        | 10     | 11   | bytes 0-10/10 |

    @profile:service-fabric @about:COM-08
    Scenario: The commit of a file with a byte too many
      Given an upload session for a file of 20 bytes
      When the client uploads 21 bytes under Content-Range "bytes 0-20/20"
      And the client commits the session
      Then the answer is 400 ARG

  @CR-08 @level:MUST @source:http @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-08 A last position beyond the length is refused

    Source: RFC 9110, 14.4. Bytes outside the stated file have no place in it.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                                  | state                                    | body | header                |
        | one past                              | an upload session for a file of 20 bytes | 22   | bytes 0-21/20         |
        | one past, with the bytes of the file  | an upload session for a file of 20 bytes | 20   | bytes 0-21/20         |
        | a chunk wholly outside                | an upload session for a file of 20 bytes | 10   | bytes 30-39/20        |
        | far outside                           | an upload session for a file of 20 bytes | 10   | bytes 0-4294967295/20 |
        | one past on an open session           | a session for 20 bytes that holds 10-19  | 22   | bytes 0-21/20         |
        | a tail that runs over the end         | an upload session for a file of 20 bytes | 10   | bytes 15-24/20        |
        | the missing tail and two more         | a session for 20 bytes that holds 0-9    | 12   | bytes 10-21/20        |
        | the missing tail alone, called longer | a session for 20 bytes that holds 0-9    | 10   | bytes 10-21/20        |

      @about:CR-29
      Examples: beyond 32 bits
        | form                                    | state                                    | body | header                         |
        | positions that fit in their low 32 bits | an upload session for a file of 20 bytes | 10   | bytes 4294967296-4294967305/20 |

  @CR-09 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-09 A negative first position is refused, or in service-fabric read without its sign

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                                               | state                                    | body | header        |
        | a minus before the first position                  | an upload session for a file of 20 bytes | 10   | bytes -0-9/20 |
        | a minus before the first position inside the file  | an upload session for a file of 20 bytes | 5    | bytes -5-9/20 |
        | a minus before the first position, counted from it | an upload session for a file of 20 bytes | 15   | bytes -5-9/20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form                                    | header        | range | missing       |
        | a minus before a first position of zero | bytes -0-9/20 | 0-9   | 10-19         |
        | a minus before another first position   | bytes -5-9/20 | 5-9   | 0-4 and 10-19 |

  @CR-10 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-10 A negative last position is refused, or in service-fabric read without its sign

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form        | state                                    | body | header        |
        | two hyphens | an upload session for a file of 20 bytes | 10   | bytes 0--9/20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form        | header        | range | missing |
        | two hyphens | bytes 0--9/20 | 0-9   | 10-19   |

  @CR-11 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-11 A negative length is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                      | state                                    | body | header        |
        | a minus before the length | an upload session for a file of 20 bytes | 10   | bytes 0-9/-20 |

  @CR-12 @level:MUST @source:documented @source:implementation @source:http
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-12 An unknown length is refused

    Source: the documented format has the length of the file in it. The star is good HTTP, but leaves the session without an
    end.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form               | state                                    | body | header      |
        | the first chunk    | an upload session for a file of 20 bytes | 10   | bytes 0-9/* |
        | on an open session | a session for 20 bytes that holds 10-19  | 10   | bytes 0-9/* |

  @CR-13 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-13 An unsatisfied range is refused, or in service-fabric read as 0-0

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      @profile:documented @profile:strict-http
      Examples: a new session
        | form                                      | state                                    | body | header     |
        | a star for the range                      | an upload session for a file of 20 bytes | 10   | bytes */20 |
        | a star for the range, without a body      | an upload session for a file of 20 bytes | 0    | bytes */20 |
        | a star for the range, with one byte       | an upload session for a file of 20 bytes | 1    | bytes */20 |
        | a star for the range, with the whole file | an upload session for a file of 20 bytes | 20   | bytes */20 |

      @about:CHK-05
      Examples: a session that has byte 0
        | form                                    | state                                 | body | header     |
        | a star for the range on an open session | a session for 20 bytes that holds 0-9 | 1    | bytes */20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form                 | header     | range | missing |
        | a star for the range | bytes */20 | 0-0   | 1-19    |

  @CR-14 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-14 A range of stars is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form           | state                                    | body | header    |
        | stars for both | an upload session for a file of 20 bytes | 10   | bytes */* |

  @CR-15 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-15 A single position is refused, or in service-fabric read as 0-0

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                      | state                                    | body | header     |
        | one number                | an upload session for a file of 20 bytes | 1    | bytes 5/20 |
        | zero                      | an upload session for a file of 20 bytes | 1    | bytes 0/20 |
        | one number, as many bytes | an upload session for a file of 20 bytes | 5    | bytes 5/20 |
        | one number, all up to it  | an upload session for a file of 20 bytes | 6    | bytes 5/20 |
        | one number, all from it   | an upload session for a file of 20 bytes | 15   | bytes 5/20 |
        | zero, with the whole file | an upload session for a file of 20 bytes | 20   | bytes 0/20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form       | header     | range | missing |
        | one number | bytes 5/20 | 0-0   | 1-19    |
        | zero       | bytes 0/20 | 0-0   | 1-19    |

  @CR-16 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-16 Three positions are refused, or in service-fabric read as 0-0

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                                           | state                                    | body | header         |
        | three numbers                                  | an upload session for a file of 20 bytes | 10   | bytes 0-4-9/20 |
        | three numbers, with the bytes of the first two | an upload session for a file of 20 bytes | 5    | bytes 0-4-9/20 |
        | three numbers, with the bytes of the last two  | an upload session for a file of 20 bytes | 6    | bytes 0-4-9/20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form          | header         | range | missing |
        | three numbers | bytes 0-4-9/20 | 0-0   | 1-19    |

  @CR-17 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-17 A range without a length is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                    | state                                    | body | header     |
        | no length               | an upload session for a file of 20 bytes | 10   | bytes 0-9  |
        | nothing after the slash | an upload session for a file of 20 bytes | 10   | bytes 0-9/ |

  @CR-18 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-18 Two lengths are refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                  | state                                    | body | header          |
        | two lengths           | an upload session for a file of 20 bytes | 10   | bytes 0-9/20/30 |
        | the same length twice | an upload session for a file of 20 bytes | 10   | bytes 0-9/20/20 |

  @CR-19 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-19 Empty parts between slashes are refused, or in service-fabric dropped

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                        | state                                    | body | header        |
        | two slashes                 | an upload session for a file of 20 bytes | 10   | bytes 0-9//20 |
        | a leading slash             | an upload session for a file of 20 bytes | 10   | bytes /0-9/20 |
        | nothing but a leading slash | an upload session for a file of 20 bytes | 10   | /0-9/20       |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form                        | header        | range | missing |
        | two slashes                 | bytes 0-9//20 | 0-9   | 10-19   |
        | a leading slash             | bytes /0-9/20 | 0-9   | 10-19   |
        | nothing but a leading slash | /0-9/20       | 0-9   | 10-19   |

  @CR-20 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-20 Another unit is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                          | state                                    | body | header        |
        | items                         | an upload session for a file of 20 bytes | 10   | items 0-9/20  |
        | octets                        | an upload session for a file of 20 bytes | 10   | octets 0-9/20 |
        | a unit that starts like bytes | an upload session for a file of 20 bytes | 10   | bytesx 0-9/20 |

  @CR-21 @level:MUST @level:documented=SHOULD @source:http @source:implementation
  @answer:service-fabric=400-RANGE
  Rule: CR-21 The unit is case-insensitive, but in service-fabric lower case only

    Source: RFC 9110, 14.1. A warning in the documented profile, since the page shows lower case only; the real system
    knows no other.

    @profile:documented @profile:strict-http
    Scenario Outline: <letters>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes 0-9 under Content-Range "<unit> 0-9/20"
      Then the chunk is accepted
      And the session still expects bytes 10-19

      Examples:
        | letters     | unit  |
        | capitalised | Bytes |
        | upper case  | BYTES |

    @profile:service-fabric
    Scenario Outline: <letters>, refused
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "<unit> 0-9/20"
      Then the chunk is refused

      Examples:
        | letters     | unit  |
        | capitalised | Bytes |
        | upper case  | BYTES |

  @CR-22 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-22 A range without a unit is refused, or in service-fabric read all the same

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form    | state                                    | body | header |
        | no unit | an upload session for a file of 20 bytes | 10   | 0-9/20 |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form    | header | range | missing |
        | no unit | 0-9/20 | 0-9   | 10-19   |

  @CR-23 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-23 The syntax of Range is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form           | state                                    | body | header       |
        | an equals sign | an upload session for a file of 20 bytes | 10   | bytes=0-9/20 |

  @CR-24 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-24 Anything but one space after the unit is refused, or in service-fabric ignored

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form       | state                                    | body | header        |
        | two spaces | an upload session for a file of 20 bytes | 10   | bytes  0-9/20 |
        | a tab      | an upload session for a file of 20 bytes | 10   | bytes\t0-9/20 |
        | nothing    | an upload session for a file of 20 bytes | 10   | bytes0-9/20   |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form       | header        | range | missing |
        | two spaces | bytes  0-9/20 | 0-9   | 10-19   |
        | a tab      | bytes\t0-9/20 | 0-9   | 10-19   |
        | nothing    | bytes0-9/20   | 0-9   | 10-19   |

  @CR-25 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-25 Blanks inside the range are refused, or in service-fabric trimmed

    Source: RFC 9110, 14.4, and the documented format.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                      | state                                    | body | header           |
        | blanks around every sign  | an upload session for a file of 20 bytes | 10   | bytes 0 - 9 / 20 |
        | a blank after the hyphen  | an upload session for a file of 20 bytes | 10   | bytes 0- 9/20    |
        | a blank before the length | an upload session for a file of 20 bytes | 10   | bytes 0-9/ 20    |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form                      | header           | range | missing |
        | blanks around every sign  | bytes 0 - 9 / 20 | 0-9   | 10-19   |
        | a blank after the hyphen  | bytes 0- 9/20    | 0-9   | 10-19   |
        | a blank before the length | bytes 0-9/ 20    | 0-9   | 10-19   |

  @CR-26 @level:MUST @level:documented=SHOULD @source:http
  Rule: CR-26 Blanks around the field value do not belong to it

    Source: RFC 9110, 5.5.

    Scenario Outline: <where>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes 0-9 under Content-Range "<header>"
      Then the chunk is accepted
      And the session still expects bytes 10-19

      Examples:
        | where           | header           |
        | leading blanks  | \s\sbytes 0-9/20 |
        | trailing blanks | bytes 0-9/20\s\s |
        | a trailing tab  | bytes 0-9/20\t   |

  @CR-27 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:strict-http=400,416
  Rule: CR-27 Hexadecimal and signed numbers are refused, or in service-fabric read

    Source: RFC 9110, 14.4, and the documented format. The real system reads hexadecimal numbers and plus signs, but no
    octal ones: 010 is ten.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                            | state                                    | body | header             |
        | hexadecimal                     | an upload session for a file of 20 bytes | 10   | bytes 0x0-0x9/0x14 |
        | plus signs                      | an upload session for a file of 20 bytes | 10   | bytes +0-+9/+20    |
        | a plus before the last position | an upload session for a file of 20 bytes | 10   | bytes 0-+9/20      |

    @profile:service-fabric
    Scenario Outline: <form>, read as <range>
      Given an upload session for a file of 20 bytes
      When the client uploads bytes <range> under Content-Range "<header>"
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | form                            | header             | range | missing |
        | hexadecimal                     | bytes 0x0-0x9/0x14 | 0-9   | 10-19   |
        | plus signs                      | bytes +0-+9/+20    | 0-9   | 10-19   |
        | a plus before the last position | bytes 0-+9/20      | 0-9   | 10-19   |
        | leading zeros                   | bytes 010-019/020  | 10-19 | 0-9     |

  @CR-28 @level:MUST @level:documented=SHOULD @source:implementation
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-28 What is no integer is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                         | state                                    | body | header         |
        | an exponent                  | an upload session for a file of 20 bytes | 11   | bytes 0-1e1/20 |
        | an exponent that is left out | an upload session for a file of 20 bytes | 2    | bytes 0-1e1/20 |
        | a fraction                   | an upload session for a file of 20 bytes | 10   | bytes 0-9.0/20 |
        | letters                      | an upload session for a file of 20 bytes | 10   | bytes a-b/c    |
        | trailing text                | an upload session for a file of 20 bytes | 10   | bytes 0-9/20x  |

  @CR-31 @level:MUST @source:http @source:implementation @explained-by:CR-29 @explained-by:CR-08
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-31 A number of 2^64 or more is refused

    Source: RFC 9110, 14.1.2, which asks recipients to guard against overflow. Each number here becomes a valid one if its
    high bits are lost.

    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form                     | state                                    | body | header                                                                                                         |
        | the first position wraps | an upload session for a file of 20 bytes | 10   | bytes 18446744073709551616-9/20                                                                                |
        | the last position wraps  | an upload session for a file of 20 bytes | 10   | bytes 0-18446744073709551625/20                                                                                |
        | the length wraps         | an upload session for a file of 20 bytes | 10   | bytes 0-9/18446744073709551636                                                                                 |
        | all wrap                 | an upload session for a file of 20 bytes | 10   | bytes 18446744073709551616-18446744073709551625/18446744073709551636                                           |
        | a hundred digits         | an upload session for a file of 20 bytes | 10   | bytes 0-9/1000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000 |

  @CR-32 @level:MUST @level:documented=SHOULD @source:http @source:implementation @explained-by:CR-07
  @answer:strict-http=400,416
  Rule: CR-32 A session for a file of no bytes is refused, or in service-fabric opened in vain

    Source: RFC 9110, 14.4: no range fits into an empty file. A file of no bytes is made by a plain upload. The real
    system opens the session, expects 0-0 for ever and refuses every commit.

    @profile:documented @profile:strict-http
    Scenario Outline: <form>
      Given <state>
      When the client uploads <body> bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | form           | state                                    | body | header      |
        | without a body | an upload session for a file of 20 bytes | 0    | bytes 0-0/0 |
        | with a byte    | an upload session for a file of 20 bytes | 1    | bytes 0-0/0 |

    @profile:service-fabric @about:CHK-22 @about:CHK-12
    Scenario: The first chunk of a file of no bytes
      Given an upload session for a file of 20 bytes
      When the client uploads 0 bytes under Content-Range "bytes 0-0/0"
      Then the answer is 200
      And the session is one of 0 bytes that expects bytes 0-0

    @profile:service-fabric @about:CHK-22 @about:CHK-12
    Scenario: The second chunk of a file of no bytes
      Given an upload session for a file of 20 bytes
      And 0 bytes have been uploaded under Content-Range "bytes 0-0/0"
      When the client uploads 0 bytes under Content-Range "bytes 0-0/0"
      Then the answer is 200
      And the session is one of 0 bytes that expects bytes 0-0

    @profile:service-fabric @about:COM-12
    Scenario: The commit of a file of no bytes
      Given an upload session for a file of 20 bytes
      When the client uploads 0 bytes under Content-Range "bytes 0-0/0"
      And the client commits the session
      Then the answer is 400 ARG

  @CR-33 @level:MUST @level:documented=SHOULD @source:http
  @answer:strict-http=400,416 @profile:documented @profile:strict-http
  Rule: CR-33 Two Content-Range lines are refused

    Source: RFC 9110, 5.3: the field is a singleton; which of two positions is meant cannot be known. What becomes of two
    lines in the real system is not known either, so service-fabric does not assert it.

    Scenario Outline: <lines>
      Given an upload session for a file of 20 bytes
      When the client uploads 10 bytes under Content-Range "<first>" and "<second>"
      Then the chunk is refused

      Examples:
        | lines           | first        | second         |
        | different lines | bytes 0-9/20 | bytes 10-19/20 |
        | equal lines     | bytes 0-9/20 | bytes 0-9/20   |

  @CR-34 @level:MUST @source:implementation @explained-by:CHK-11
  @answer:service-fabric=400-ARG @answer:strict-http=400,409
  Rule: CR-34 A length that differs from that of the session is refused

    Derivation: one file has one length; with two, the bytes that are still expected cannot be told. The same as CHK-11.
    In service-fabric the path is compared first, then the length, then the range; the order is no more than a warning.

    Scenario Outline: A <what> length, though the range is free
      Given a session for 20 bytes that holds 10-19
      When the client uploads 10 bytes under Content-Range "<header>"
      Then the chunk is refused

      Examples:
        | what    | header       |
        | greater | bytes 0-9/21 |
        | smaller | bytes 0-9/19 |

      @about:CR-29
      Examples: beyond 32 bits
        | what | header               |
        | huge | bytes 0-9/4294967316 |

    @profile:service-fabric @level:SHOULD
    Scenario: Found before a range that was received
      Given a session for 20 bytes that holds 10-19
      When the client uploads 10 bytes under Content-Range "bytes 10-19/21"
      Then the chunk is refused

    @profile:service-fabric @level:SHOULD
    Scenario: Found after another path
      Given a session for 20 bytes that holds 10-19
      When the client uploads 10 bytes to another path under Content-Range "bytes 0-9/21"
      Then the answer is 409 CONFLICT

  @CR-35 @level:SHOULD @source:http @source:implementation @needs:upload-file @explained-by:HTTP-13
  @answer:strict-http=400
  Rule: CR-35 A plain upload with a Content-Range is refused, or in service-fabric takes no notice of it

    Source: RFC 9110, 14.5: a server that does not support a partial PUT has to refuse it, or a piece becomes the file. The
    same as HTTP-13. The real system parses the header and then ignores it: the body becomes the whole file.

    @profile:documented @profile:strict-http
    Scenario Outline: <what>
      Given a path where nothing is stored
      When the client makes a plain upload of 10 bytes under Content-Range "<header>"
      Then the upload is refused

      Examples:
        | what             | header         |
        | a part of a file | bytes 0-9/20   |
        | a later part     | bytes 10-19/20 |

    @profile:service-fabric
    Scenario: A part of a file is accepted
      Given an upload session for a file of 10 bytes
      When the client makes a plain upload of 10 bytes under Content-Range "bytes 10-19/20"
      Then the answer is 200

    @profile:service-fabric @oracle
    Scenario: A part of a file becomes the whole file
      Given an upload session for a file of 10 bytes
      When the client makes a plain upload of 10 bytes under Content-Range "bytes 10-19/20"
      Then the stored file is the uploaded one

  @CR-36 @level:MUST @level:documented=SHOULD @source:implementation @needs:upload-file @explained-by:CR-06
  @answer:service-fabric=400-RANGE @answer:strict-http=400,416
  Rule: CR-36 A plain upload with a malformed Content-Range is refused

    Source: RFC 9110, 14.4, and the documented format.

    Scenario: Nonsense
      Given a path where nothing is stored
      When the client makes a plain upload of 10 bytes under Content-Range "bytes 9-0/20"
      Then the upload is refused

  @CR-37 @level:MUST @level:documented=SHOULD @source:implementation
  Rule: CR-37 Content-Range means nothing but to an upload

    Source: RFC 9110, 14.4: the field describes the content of the message that carries it.

    Scenario Outline: A <operation> with <header>
      Given a session for 20 bytes that is complete
      When the client sends a <operation> with Content-Range "<header>"
      Then the <operation> is accepted

      Examples:
        | operation | header       |
        | commit    | bytes 0-9/20 |
        | commit    | bytes 9-0/20 |
        | query     | bytes 9-0/20 |
        | delete    | bytes 9-0/20 |
