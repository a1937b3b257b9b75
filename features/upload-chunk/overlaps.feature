Feature: Chunks that meet received bytes

  The page is silent about a chunk that repeats or overlaps what was received. In the documented profile such a chunk,
  which carries the bytes of the same file, may be accepted or refused; the file must come out whole either way. In
  service-fabric it is refused with 400 RANGE; in strict-http an exact duplicate is accepted, since PUT is idempotent.

  @CHK-05 @level:MUST @source:implementation @source:implied @explained-by:CHK-03 @explained-by:CHK-10 @explained-by:CHK-04 @explained-by:CHK-18 @explained-by:QRY-03
  Rule: CHK-05 A chunk that is not new leaves a file that can be completed; in service-fabric it is refused

    Derivation: after a lost answer a client can only send again or ask. Whatever the server answers, what is then still
    expected must be the truth, and sending it must complete the file. In service-fabric a chunk has to lie inside one
    expected range.

    Scenario Outline: Bytes <chunk> inside what <received> leaves of 20 bytes
      Given a session for 20 bytes that holds <received>
      When the client uploads bytes <chunk>
      Then the chunk is accepted
      And the session still expects bytes <missing>

      @about:CHK-03
      Examples:
        | received | chunk | missing         |
        | 5-9      | 15-19 | 0-4 and 10-14   |
        | 0-9      | 12-14 | 10-11 and 15-19 |
        | 10-19    | 0-9   | none            |
        | 19-19    | 5-9   | 0-4 and 10-18   |

    @profile:service-fabric
    Scenario Outline: <chunk> over 30-59 is refused
      Given an upload session for a file of 100 bytes
      And bytes 30-59 have been uploaded
      When the client uploads bytes <chunk> again
      Then the answer is 400 RANGE
      And the session still expects bytes 0-29 and 60-99

      Examples:
        | chunk |
        | 35-44 |
        | 30-44 |
        | 45-59 |
        | 10-39 |
        | 50-79 |
        | 20-69 |
        | 0-99  |

    @profile:documented @profile:strict-http
    Scenario Outline: What is expected after <chunk> over 30-59
      Given an upload session for a file of 100 bytes
      And bytes 30-59 have been uploaded
      When the client uploads bytes <chunk> again
      Then the session still expects bytes 0-29 and 60-99, or less by <new>

      Examples:
        | chunk | new             |
        | 35-44 | none            |
        | 30-44 | none            |
        | 45-59 | none            |
        | 10-39 | 10-29           |
        | 50-79 | 60-79           |
        | 30-69 | 60-69           |
        | 20-59 | 20-29           |
        | 20-69 | 20-29 and 60-69 |
        | 0-99  | 0-29 and 60-99  |

    @oracle
    Scenario Outline: The file after <chunk> over 30-59
      Given an upload session for a file of 100 bytes
      And bytes 30-59 have been uploaded
      When the client uploads bytes <chunk> again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | chunk |
        | 35-44 |
        | 30-44 |
        | 45-59 |
        | 10-39 |
        | 10-30 |
        | 50-79 |
        | 59-79 |
        | 30-69 |
        | 20-59 |
        | 20-69 |
        | 0-99  |

    @profile:documented @profile:strict-http
    Scenario Outline: What is expected after <chunk> over several received pieces
      Given an upload session for a file of 100 bytes
      And bytes 10-19 and 40-49 and 70-79 have been uploaded
      When the client uploads bytes <chunk> again
      Then the session still expects bytes 0-9 and 20-39 and 50-69 and 80-99, or less by <new>

      Examples:
        | chunk | new                                   |
        | 30-59 | 30-39 and 50-59                       |
        | 15-44 | 20-39                                 |
        | 15-74 | 20-39 and 50-69                       |
        | 0-99  | 0-9 and 20-39 and 50-69 and 80-99     |

    @oracle
    Scenario Outline: The file after <chunk> over several received pieces
      Given an upload session for a file of 100 bytes
      And bytes 10-19 and 40-49 and 70-79 have been uploaded
      When the client uploads bytes <chunk> again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | chunk |
        | 30-59 |
        | 15-44 |
        | 15-74 |
        | 0-99  |

  @CHK-06 @level:MUST @source:implementation @source:implied @explained-by:CHK-05
  Rule: CHK-06 An exact duplicate does no harm; in service-fabric it is refused, in strict-http accepted

    Derivation: the documents promise resumption; a client whose answer was lost sends the same chunk again. RFC 9110,
    9.2.2, has PUT idempotent; the real system refuses.

    @profile:service-fabric
    Scenario Outline: The duplicate <chunk> in 20 bytes that hold <received> is refused
      Given a session for 20 bytes that holds <received>
      When the client uploads bytes <chunk> again
      Then the answer is 400 RANGE
      And the session still expects bytes <missing>

      Examples:
        | received      | chunk | missing |
        | 0-9           | 0-9   | 10-19   |
        | 10-19         | 10-19 | 0-9     |
        | 0-9 and 10-19 | 10-19 | none    |

    @profile:strict-http
    Scenario Outline: The duplicate <chunk> in 20 bytes that hold <received> is accepted
      Given a session for 20 bytes that holds <received>
      When the client uploads bytes <chunk> again
      Then the answer is 200
      And the session still expects bytes <missing>

      Examples:
        | received      | chunk | missing |
        | 0-9           | 0-9   | 10-19   |
        | 10-19         | 10-19 | 0-9     |
        | 0-9 and 10-19 | 10-19 | none    |

    @profile:documented
    Scenario Outline: What is expected after the duplicate <chunk>
      Given an upload session for a file of 100 bytes
      And bytes 0-29 and 60-99 have been uploaded
      When the client uploads bytes <chunk> again
      Then the session still expects bytes 30-59

      Examples:
        | chunk |
        | 0-29  |
        | 60-99 |

    @oracle
    Scenario Outline: The file after the duplicate <chunk>
      Given an upload session for a file of 100 bytes
      And bytes 0-29 and 30-69 have been uploaded
      When the client uploads bytes <chunk> again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | chunk |
        | 0-29  |
        | 30-69 |

    @oracle
    Scenario: A duplicate after the last byte
      Given an upload session for a file of 100 bytes
      And bytes 0-49 and 50-99 have been uploaded
      When the client uploads bytes 50-99 again
      And the client commits the session
      Then the stored file is the uploaded one

  @CHK-07 @level:MUST @source:implementation @source:implied @explained-by:CHK-05 @explained-by:CHK-03
  Rule: CHK-07 A partial overlap leaves a file that can be completed; in service-fabric it is refused

    Derivation: as CHK-05.

    @profile:service-fabric
    Scenario Outline: <chunk> over <received> of 20 bytes is refused
      Given a session for 20 bytes that holds <received>
      When the client uploads bytes <chunk> again
      Then the answer is 400 RANGE
      And the session still expects bytes <missing>

      Examples:
        | received | chunk | missing |
        | 0-9      | 5-14  | 10-19   |
        | 0-9      | 9-19  | 10-19   |
        | 10-19    | 0-10  | 0-9     |

    @profile:documented @profile:strict-http
    Scenario Outline: What is expected after <chunk> over 30-59
      Given an upload session for a file of 100 bytes
      And bytes 30-59 have been uploaded
      When the client uploads bytes <chunk> again
      Then the session still expects bytes 0-29 and 60-99, or less by <new>

      Examples:
        | chunk | new   |
        | 20-39 | 20-29 |
        | 50-69 | 60-69 |
        | 0-30  | 0-29  |
        | 59-99 | 60-99 |

    @oracle
    Scenario Outline: The file after <chunk> over 0-59
      Given an upload session for a file of 100 bytes
      And bytes 0-59 have been uploaded
      When the client uploads bytes <chunk> again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

      Examples:
        | chunk |
        | 50-69 |
        | 59-99 |

  @CHK-08 @level:MUST @source:implementation @source:implied @explained-by:CHK-05 @explained-by:CHK-03
  Rule: CHK-08 A chunk across received bytes leaves a file that can be completed; in service-fabric it is refused

    Derivation: as CHK-05.

    @profile:service-fabric
    Scenario Outline: <chunk> across 8-11 of 20 bytes is refused
      Given a session for 20 bytes that holds 8-11
      When the client uploads bytes <chunk> again
      Then the answer is 400 RANGE
      And the session still expects bytes 0-7 and 12-19

      Examples:
        | chunk |
        | 5-14  |
        | 7-12  |

    @profile:documented @profile:strict-http
    Scenario: What is expected after a chunk across received bytes
      Given an upload session for a file of 100 bytes
      And bytes 40-59 have been uploaded
      When the client uploads bytes 30-69 again
      Then the session still expects bytes 0-39 and 60-99, or less by 30-39 and 60-69

    @oracle
    Scenario: The file after a chunk across received bytes
      Given an upload session for a file of 100 bytes
      And bytes 40-59 have been uploaded
      When the client uploads bytes 30-69 again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

  @CHK-09 @level:MUST @source:implementation @source:implied @explained-by:CHK-05
  Rule: CHK-09 A superset of received bytes leaves a file that can be completed; in service-fabric it is refused

    Derivation: as CHK-05.

    @profile:service-fabric
    Scenario Outline: The whole of 20 bytes over <received> is refused
      Given a session for 20 bytes that holds <received>
      When the client uploads bytes 0-19 again
      Then the answer is 400 RANGE
      And the session still expects bytes <missing>

      Examples:
        | received      | missing |
        | 0-9           | 10-19   |
        | 10-19         | 0-9     |
        | 0-9 and 10-19 | none    |

    @profile:documented @profile:strict-http
    Scenario: What is expected after the whole file over its start
      Given an upload session for a file of 100 bytes
      And bytes 0-39 have been uploaded
      When the client uploads bytes 0-99 again
      Then the session still expects bytes 40-99, or less by 40-99

    @oracle
    Scenario: The file after the whole file over its start
      Given an upload session for a file of 100 bytes
      And bytes 0-39 have been uploaded
      When the client uploads bytes 0-99 again
      And the client uploads what is still expected
      And the client commits the session
      Then the stored file is the uploaded one

  @CHK-10 @level:MUST @source:implied
  Rule: CHK-10 Adjacent chunks merge

    Derivation: any cut of a file is legal, so after the pieces of a stretch have arrived nothing of it is expected, and
    the file can be committed.

    Scenario Outline: <sent> of <length> bytes
      Given an upload session for a file of <length> bytes
      And bytes <sent> have been uploaded
      When the client asks for the session
      Then the session still expects bytes <missing>

      Examples:
        | length | sent                | missing |
        | 20     | 0-9, 10-19          | none    |
        | 30     | 0-9, 10-19          | 20-29   |
        | 5      | 0-0, 1-1, 2-2       | 3-4     |

      @about:CHK-03
      Examples: out of order
        | length | sent                | missing |
        | 30     | 10-19, 20-29        | 0-9     |
        | 30     | 10-19, 0-9          | 20-29   |
        | 30     | 0-9, 20-29, 10-19   | none    |
        | 5      | 4-4, 2-2, 3-3       | 0-1     |

    Scenario: A file of adjacent chunks can be committed
      Given an upload session for a file of 30 bytes
      And bytes 0-9 and 10-19 and 20-29 have been uploaded
      When the client commits the session
      Then the commit is accepted
