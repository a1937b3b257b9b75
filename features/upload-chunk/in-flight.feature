Feature: Chunks in flight at once

  A client that loses an answer sends again while its first request may still be at work, and several clients may share an
  id by mistake. Who comes first is nobody's to say. What is asserted is what holds in every order: accepted counts, refused
  does not, and the file comes out whole. Each case runs its race several times, in an order that the seed of the run
  decides; a failure tells it.

  @CHK-14 @level:MAY @source:implementation @needs:get-session @answer:service-fabric=400-RANGE
  @explained-by:HTTP-12 @explained-by:CHK-05 @explained-by:CHK-06
  Rule: CHK-14 Of identical chunks in flight at once one may be refused

    Source: the store, whose check and whose record are two steps. A chunk that is sent again before its answer came is
    the ordinary way of a client to go on. Whether the second is accepted is free; that one of them is, and that what is
    expected afterwards is true, is not.

    @level:MUST
    Scenario Outline: Bytes <chunks> of a session that holds <held>
      When bytes <chunks> of a session for 2000 bytes that holds <held> are in flight together
      Then at least one of them is accepted each time
      And the session expects its file less the chunks that were accepted

      Examples:
        | held      | chunks                        |
        | none      | 0-999 and 0-999               |
        | 1000-1999 | 0-999 and 0-999               |
        | 0-499     | 1000-1999, 1000-1999, 500-999 |

    @level:MUST @oracle @stores:512KiB
    Scenario: The file after three of one kind
      When bytes 0-9999, 0-9999, 0-9999 of a session for 12000 bytes that holds 10000-10999 are in flight together
      Then the file is whole once the rest was sent

  @CHK-15 @level:MUST @level:service-fabric=SHOULD @source:implementation @source:implied @needs:get-session
  @explained-by:HTTP-12 @explained-by:CHK-14 @explained-by:CHK-05 @explained-by:CHK-07 @explained-by:CHK-08 @explained-by:QRY-03
  @explained-by:CHK-09
  Rule: CHK-15 Overlapping chunks in flight at once do not corrupt the session

    Derivation: what a client cuts anew after a lost connection may meet its old request on the way. Each may be accepted or
    refused; a session that then lists what is not missing, or that cannot be committed, makes resumption false. The real
    system has such a defect, so it is a warning in service-fabric.

    Scenario Outline: Bytes <chunks> of a session that holds <held>
      When bytes <chunks> of a session for 20 bytes that holds <held> are in flight together
      Then the session expects its file less the chunks that were accepted

      Examples:
        | held          | chunks                |
        | none          | 0-9 and 0-19          |
        | none          | 5-9 and 0-7           |
        | none          | 0-9, 15-19, 10-16     |
        | 19-19         | 0-9 and 5-14          |
        | 19-19         | 5-9 and 0-14          |

    @oracle
    Scenario Outline: The file after bytes <chunks> of a session that holds <held>
      When bytes <chunks> of a session for 20 bytes that holds <held> are in flight together
      Then the file is whole once the rest was sent

      Examples:
        | held          | chunks                |
        | none          | 0-9 and 0-19          |
        | none          | 5-9 and 0-7           |
        | none          | 0-9, 15-19, 10-16     |
        | 19-19         | 0-9, 5-14, 8-17       |

    @oracle @stores:1MiB
    Scenario: The file after long chunks that overlap
      When bytes 0-15999, 8000-19999, 4000-11999 of a session for 24000 bytes that holds 20000-20999 are in flight together
      Then the file is whole once the rest was sent

    @oracle @about:CHK-18 @stores:512KiB
    Scenario: Of two files under one id, the bytes of the refused chunk
      When bytes 0-9999 of two files of 12000 bytes are in flight together under one id and path
      Then the bytes of the refused one are not in the file

  @CHK-16 @level:MUST @level:service-fabric=SHOULD @source:implementation @source:implied @needs:get-session
  @explained-by:HTTP-12 @explained-by:SID-10 @explained-by:CHK-11
  Rule: CHK-16 Of two first chunks in flight with one id and different paths at most one is accepted

    Derivation: a session is bound to the path of its first chunk. A client whose chunk is accepted for a path takes it for
    part of the file there; it would become part of another one. The real system accepts both, which is a warning in
    service-fabric.

    Scenario Outline: <one> and <other> at two paths
      When first chunks <one> and <other> of files of 100 bytes at two paths are in flight under one id
      Then only one of them is accepted each time
      And the session is that of the accepted one

      Examples:
        | one   | other |
        | 0-49  | 0-49  |
        | 0-49  | 50-99 |

    @oracle
    Scenario Outline: The file after <one> and <other> at two paths
      When first chunks <one> and <other> of files of 100 bytes at two paths are in flight under one id
      Then the file of the accepted one is whole in the end, and there is no other

      Examples:
        | one   | other |
        | 0-49  | 0-49  |
        | 0-49  | 50-99 |

    @about:CHK-11
    Scenario: Two lengths at one path
      When first chunks 0-49 of 100 and 0-49 of 200 bytes at one path are in flight under one id
      Then only one of them is accepted each time
      And the session is that of the accepted one

    @about:CHK-11
    Scenario: Two lengths at one path, in chunks that do not meet
      When first chunks 0-49 of 100 and 50-99 of 200 bytes at one path are in flight under one id
      Then only one of them is accepted each time
      And the session is that of the accepted one
