package fr.socle.dmp.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.dmp.protocol.DmpEndpoint;
import fr.socle.dmp.protocol.DmpMessage;
import fr.socle.dmp.protocol.DmpOperations;
import fr.socle.dmp.protocol.UnreadableCall;
import fr.socle.dmp.web.WebAccess;
import fr.socle.dmp.web.WebVisit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All that Socle demands of a call to the DMP, by transaction. */
public final class DmpChecks {
  // DMP-T01 to DMP-T06 and DMP-T12: whatever the transaction.
  private static final List<List<Check<DmpMessage>>> EVERY_CALL =
      List.of(
          TransportChecks.ALL,
          AssertionChecks.ALL,
          VihfSignatureChecks.ALL,
          ControlChecks.ALL,
          AttributeChecks.ALL,
          CertificateChecks.ALL);

  private static final Map<String, List<List<Check<DmpMessage>>>> BODIES =
      Map.of(
          DmpOperations.EXISTENCE, List.of(QueryChecks.HL7, QueryChecks.EXISTENCE),
          DmpOperations.IDENTITY, List.of(QueryChecks.HL7, QueryChecks.EXISTENCE),
          DmpOperations.AUTHORIZATION, List.of(ProprietaryChecks.SET_AUTHORIZATION),
          DmpOperations.PATIENTS, List.of(ProprietaryChecks.PATIENT_LIST),
          DmpOperations.DEMOGRAPHICS, List.of(QueryChecks.HL7, QueryChecks.DEMOGRAPHICS),
          DmpOperations.CREATION, List.of(List.of(ProprietaryChecks.NO_CREATION)),
          DmpOperations.REACTIVATION, List.of(QueryChecks.HL7, QueryChecks.REGISTRATION),
          DmpOperations.CHANGE, List.of(QueryChecks.HL7, QueryChecks.REGISTRATION),
          DmpOperations.CLOSURE, List.of(QueryChecks.HL7, QueryChecks.REGISTRATION),
          DmpOperations.AUTHORIZATIONS, List.of(ProprietaryChecks.LIST_AUTHORIZATION));

  private DmpChecks() {}

  /** The book of what is not about documents. */
  public static CheckBook book() {
    return book(Map.of(), List.of());
  }

  /**
   * The book of the service.
   *
   * @param documents what is demanded of calls about documents, by transaction
   * @param windows what is demanded of those of a window together
   */
  public static CheckBook book(
      Map<String, List<Check<DmpMessage>>> documents, List<SequenceCheck> windows) {
    CheckBook.Builder book =
        CheckBook.builder()
            .on(
                DmpEndpoint.UNKNOWN,
                DmpMessage.class,
                join(
                    Stream.concat(
                        EVERY_CALL.stream(), Stream.of(List.of(ProprietaryChecks.NOT_WITHDRAWN)))))
            .on(WebAccess.TD0_9, WebVisit.class, WebChecks.ALL)
            .on(DmpEndpoint.UNREADABLE, UnreadableCall.class, TransportChecks.UNREADABLE)
            .sequences(
                List.of(
                    new ExistenceFirst(),
                    new AirAssertionServesOnce(),
                    new NoAccessToFeed(),
                    new CallsBeforeFirstList()))
            .sequences(RightFirst.all())
            .sequences(AnswerMinded.all())
            .sequences(CertifiedIns.all())
            .sequences(windows);
    BODIES.forEach(
        (transaction, checks) ->
            book.on(
                transaction,
                DmpMessage.class,
                join(Stream.concat(EVERY_CALL.stream(), checks.stream()))));
    documents.forEach(
        (transaction, checks) ->
            book.on(
                transaction,
                DmpMessage.class,
                join(Stream.concat(EVERY_CALL.stream(), Stream.of(checks)))));
    return book.build();
  }

  private static List<Check<DmpMessage>> join(Stream<List<Check<DmpMessage>>> lists) {
    return lists.flatMap(List::stream).toList();
  }
}
