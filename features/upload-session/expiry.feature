Feature: Expiry of a session

  A session lives for 30 minutes after its last chunk. These cases move the server's time on: a session is there after 29
  minutes and gone after 60, and in between a server that sweeps now and then may do either.

  @EXP-01 @level:MUST @source:documented @clock @needs:get-session @explained-by:QRY-01 @explained-by:QRY-05
  @explained-by:CHK-01 @explained-by:CHK-03
  Rule: EXP-01 A session lives until 30 minutes after the last chunk

    Source: Commit Image Store Upload Session, "for any reason the commit isn't made 30 minutes after the last chunk
    received, the session is deleted". Too short a life loses uploads, too long a one the disk.

    Scenario: After 29 minutes it is there
      Given a session for 100 bytes that holds 0-49
      And 29 minutes have passed
      When the client asks for the session
      Then the session still expects bytes 50-99

    @oracle
    Scenario: A complete one can be committed after 29 minutes
      Given a session for 100 bytes that is complete
      And 29 minutes have passed
      When the client commits the session
      Then the stored file is the uploaded one

    @oracle
    Scenario: After 29 minutes it can be continued and committed
      Given a session for 100 bytes that holds 0-49
      And 29 minutes have passed
      When the client uploads bytes 50-99
      And the client commits the session
      Then the stored file is the uploaded one

    Scenario Outline: After an hour it is gone, <what>
      Given a session for 100 bytes that <what>
      When 60 minutes have passed
      Then the session is gone

      Examples:
        | what        |
        | holds 0-49  |
        | is complete |

    Scenario: A short timeout of its chunk does not shorten its life
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "60"
      And 29 minutes have passed
      And the client asks for the session
      Then the session still expects bytes 50-99

    Scenario: A long timeout of its chunk does not lengthen its life
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with timeout "4294967295"
      And 60 minutes have passed
      Then the session is gone

    Scenario: An older session at its path ends alone
      Given a session for 100 bytes that holds 0-49
      And 20 minutes have passed
      And an upload session for a file of 200 bytes at the same path
      And bytes 0-49 have been uploaded
      And 29 minutes have passed
      When the client asks for the session
      Then the session still expects bytes 50-199

  @EXP-02 @level:MUST @source:documented @clock @needs:get-session @explained-by:EXP-01
  Rule: EXP-02 Every accepted chunk begins the 30 minutes anew

    Source: as EXP-01, "after the last chunk". A large file takes longer than half an hour.

    Scenario: A chunk every 20 minutes
      Given a session for 100 bytes that holds 0-9
      And 20 minutes have passed
      And bytes 50-59 have been uploaded
      And 20 minutes have passed
      And bytes 20-29 have been uploaded
      And 20 minutes have passed
      When the client asks for the session
      Then the session still expects bytes 10-19 and 30-49 and 60-99

    Scenario: A chunk every 29 minutes for a day
      Given a session for 100 bytes that holds 0-9
      And one more byte has been uploaded every 29 minutes, 50 times
      When the client asks for the session
      Then the session still expects bytes 60-99

    @oracle
    Scenario: A file whose upload takes longer than its session would live
      Given a session for 100 bytes that holds 0-49
      And 25 minutes have passed
      And bytes 50-99 have been uploaded
      And 25 minutes have passed
      When the client commits the session
      Then the stored file is the uploaded one

  @EXP-03 @level:MUST @source:implied @clock @needs:get-session @explained-by:EXP-01
  Rule: EXP-03 Nothing but an accepted chunk keeps a session alive

    Derivation: the 30 minutes run from the last chunk received. A client that only looks, or whose chunks are refused, has
    sent none.

    Scenario Outline: A client that <does>
      Given a session for 100 bytes that holds 0-49
      When the client <does> every 29 minutes, three times
      Then the session is gone, unless a chunk was accepted

      Examples:
        | does                                 |
        | asks for the session                 |
        | commits too early                    |

      @about:SID-12
      Examples:
        | does                                 |
        | opens another session at its path    |

      @about:EXP-05
      Examples:
        | does                                 |
        | sends a chunk of another file length |
        | sends a chunk past the end           |
        | sends a chunk to another path        |
        | sends the same chunk again           |
        | sends a chunk over received bytes    |

      @needs:get-session-by-path
      Examples:
        | does                                 |
        | asks for the sessions of the path    |

    @profile:service-fabric
    Scenario: A client that commits the committed session
      Given a session for 100 bytes that is complete
      And the session has been committed
      When the client commits every 29 minutes, three times
      Then the session is gone

    @profile:service-fabric
    Scenario: A client that commits the complete session
      Given a session for 100 bytes that is complete
      When the client commits every 29 minutes, three times
      Then the session is gone

  @EXP-05 @level:MUST @source:implied @clock @needs:get-session @explained-by:EXP-01 @explained-by:COM-06 @explained-by:DEL-03
  Rule: EXP-05 After its expiry a session is as unknown as before its first chunk

    Derivation: "the session is deleted". What holds after a deletion holds here.

    Scenario Outline: A query is answered <answer>
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client sends a query
      Then the answer is <answer>

      @profile:service-fabric
      Examples:
        | answer |
        | 204    |

      @profile:strict-http
      Examples:
        | answer |
        | 404    |

    @answer:service-fabric=400-ARG @answer:strict-http=404
    Scenario: A commit is refused
      Given a session for 100 bytes that is complete
      And the session has expired
      When the client commits the session
      Then the commit is refused

    @answer:service-fabric=400-ARG @answer:strict-http=404
    Scenario: A commit is refused although nobody has asked for the session since
      Given a session for 100 bytes that is complete
      And a session that was opened after it has expired
      When the client commits the session
      Then the commit is refused

    @oracle
    Scenario: A commit publishes nothing
      Given a session for 100 bytes that is complete
      And the session has expired
      When the client commits the session
      Then there is no stored file

    @needs:delete-session @profile:service-fabric @profile:strict-http @answer:service-fabric=404-NF @answer:strict-http=404
    Scenario: A deletion is refused
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client deletes the session
      Then the delete is refused

    @needs:get-session-by-path
    Scenario: It is not listed by path
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client asks for the sessions of the path
      Then no session is listed

    Scenario: A new chunk finds nothing of it
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client uploads bytes 50-59
      Then the chunk is accepted
      And the session still expects bytes 0-49 and 60-99

    Scenario: A new chunk may state another path and length
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client uploads bytes 0-9 of another file of 30 bytes under the same id
      Then the chunk is accepted
      And the session still expects bytes 10-29

    @about:COM-04
    Scenario: Its bytes do not complete the next file
      Given a session for 100 bytes that holds 0-49
      And the session has expired
      When the client uploads bytes 50-99
      And the client commits the session
      Then the commit is refused

  @EXP-07 @level:MUST @source:implied @clock @needs:get-session @oracle @explained-by:EXP-01 @explained-by:CHK-17
  Rule: EXP-07 Expiry does not touch published files

    Derivation: a published file is no part of a session any more, neither of the one that it came from nor of one that was
    to replace it.

    Scenario: A file and a complete session at its path
      Given a stored file of 100 bytes
      And an upload session for a file of 100 bytes at the same path
      And all its bytes have been uploaded
      And the session has expired
      When the stored file is read
      Then the stored file is still the old one
