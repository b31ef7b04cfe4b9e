package fr.socle.insi.check;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.insi.protocol.InsiCall;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.protocol.UnreadableCall;
import java.util.List;

/** All that Socle demands of a call to INSi, by transaction. */
public final class InsiChecks {
  private InsiChecks() {}

  /** The book of the service. */
  public static CheckBook book() {
    return CheckBook.builder()
        .on(InsiEndpoint.WS_INS2, InsiCall.class, wsIns2())
        .on(InsiEndpoint.WS_INS1, InsiCall.class, wsIns1())
        .on(InsiEndpoint.WS_INS3, InsiCall.class, VerificationChecks.ALL)
        .on(InsiEndpoint.UNKNOWN, InsiCall.class, TransportChecks.ALL)
        .on(InsiEndpoint.UNREADABLE, UnreadableCall.class, TransportChecks.UNREADABLE)
        .sequences(
            List.of(
                new FirstNameOrder(),
                new StopAtTheFirstAnswer(),
                new ReactionToSeveral(),
                new NeedlessRepetition(),
                new NeedlessCardRepetition(),
                new RepeatedMessageId(),
                new OneInstallation(),
                new AnswerReadWhateverItsForm(),
                new AuthorityKept(),
                new ReplacedCard()))
        .build();
  }

  private static List<Check<InsiCall>> wsIns1() {
    return join(
        List.of(
            TransportChecks.ALL, // INSI-T01
            ContextChecks.ALL, // INSI-T02
            SoftwareChecks.ALL,
            CallerChecks.EVERY_OPERATION, // INSI-T03
            AssertionChecks.ALL, // INSI-T04
            CardAssertionChecks.ALL,
            StatementChecks.ALL,
            PscAssertionChecks.ALL,
            VitaleAssertionChecks.ALL,
            CardSearchChecks.ALL, // INSI-T05
            CoverChecks.EVERY_OPERATION)); // INSI-T02
  }

  private static List<Check<InsiCall>> wsIns2() {
    return join(
        List.of(
            TransportChecks.ALL, // INSI-T01
            ContextChecks.ALL, // INSI-T02
            SoftwareChecks.ALL,
            CallerChecks.EVERY_OPERATION, // INSI-T03
            CallerChecks.BY_TRAITS,
            AssertionChecks.ALL, // INSI-T04
            CardAssertionChecks.ALL,
            StatementChecks.ALL,
            PscAssertionChecks.ALL,
            TraitChecks.ALL, // INSI-T05
            CoverChecks.EVERY_OPERATION, // INSI-T02
            CoverChecks.BY_TRAITS));
  }

  private static List<Check<InsiCall>> join(List<List<Check<InsiCall>>> lists) {
    return lists.stream().flatMap(List::stream).toList();
  }
}
