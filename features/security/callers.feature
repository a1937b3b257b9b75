Feature: Callers

  Who may do what. Nothing here needs an identity: the suite has one at most.

  @SEC-04 @level:MUST @source:implementation @profile:service-fabric
  Rule: SEC-04 A request for another cluster is refused with 403 E_ACCESSDENIED

    Source: the gateway compares ClusterId with the id of its cluster, if it has one; else the field says nothing. Which of
    the two a target is, a client cannot see, so a chunk is right in being accepted too.

    Scenario Outline: A chunk for the cluster "<id>"
      Given an upload session for a file of 100 bytes
      When the client uploads bytes 0-49 with the header "ClusterId: <id>"
      Then the chunk is accepted, or the answer is 403 E_ACCESSDENIED

      Examples:
        | id                                   |
        | no-such-cluster                      |
        | 6a09e667-bb67-4ae8-bc6e-372fe94f82b0 |

  @SEC-07 @level:MUST @source:implementation @profile:service-fabric @explained-by:HTTP-12
  Rule: SEC-07 A session belongs to nobody: whoever knows its id may go on with it

    Source: the store records no owner. Uploads are resumed from other hosts and other clients.

    Scenario: Another client sends a chunk
      Given an upload session for a file of 100 bytes
      And bytes 0-49 have been uploaded
      When the client uploads bytes 50-99 with the header "User-Agent: another-client/2.0"
      Then the chunk is accepted
      And the session still expects no bytes

    Scenario: Another client commits
      Given a session for 100 bytes that is complete
      When the client sends a commit with the header "User-Agent: another-client/2.0"
      Then the commit is accepted

    @needs:delete-session
    Scenario: Another client deletes
      Given a session for 100 bytes that is complete
      When the client sends a delete with the header "User-Agent: another-client/2.0"
      Then the delete is accepted
