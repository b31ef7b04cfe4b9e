package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionMessage.CARD;
import static fr.socle.insi.check.AssertionMessage.NOW;
import static fr.socle.insi.check.AssertionMessage.SERIAL;
import static fr.socle.insi.check.AssertionMessage.bend;
import static fr.socle.insi.check.AssertionMessage.broken;
import static fr.socle.insi.check.AssertionMessage.own;
import static fr.socle.insi.check.AssertionMessage.request;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Requests;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T05: what a search by card says, in its body and in ContexteBAM. */
class CardSearchChecksTest {
  private final JudgedInsi bench = AssertionMessage.bench();

  static Stream<BrokenMessage> messages() throws Exception {
    return Stream.of(
        broken(
            "INSI-T05-10", "RECVITALE", bodyBent("<rv:RECVITALE ", "<rv:RECVITALE Autre=\"1\" ")),
        broken("INSI-T05-11", "MatriculeOD", bodyBent("<rv:MatriculeOD>.*</rv:MatriculeOD>", "")),
        broken(
            "INSI-T05-11", "RangNaissance", bodyBent("<rv:RangNaissance>1", "<rv:RangNaissance>")),
        broken("INSI-T05-11", "DateNaissance", bodyBent("<rv:Date.*</rv:DateNaissance>", "")),
        broken(
            "INSI-T05-12",
            "MatriculeIndividu",
            bodyBent("2880275056123(</rv:Num[^>]+><rv:Cle)", "28802750561$1")),
        broken("INSI-T05-13", "Cle", bodyBent("<rv:Cle>37", "<rv:Cle>38")),
        broken("INSI-T05-14", "ASSURE", bodyBent("<bam:ASSURE>.*</bam:ASSURE>", "")),
        broken("INSI-T05-14", "DateNai", bodyBent("<bam:DateNai>1988", "<bam:DateNai>1989")),
        broken("INSI-T05-14", "Rang", bodyBent("<bam:Rang>1", "<bam:Rang>2")),
        broken("INSI-T05-14", "Nir", bodyBent("(<bam:Nir><bam:Num>288)0275", "$10375")),
        broken("INSI-T05-16", "NomNaissance", bodyBent(">MOQUETTE<", ">Moquette<")),
        broken(
            "INSI-T05-17",
            "MatriculeOD",
            request(
                Requests.VITALE_CONTENT_TYPE,
                bend("(MatriculeOD><rv:NumIdentifiant>)2", "$15")
                    .andThenBend("(ASSURE><bam:Id><bam:Num>)2", "$15")
                    .apply(message()),
                "")));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  static Set<String> proven() throws Exception {
    return BrokenMessage.rules(messages());
  }

  private static String message() throws Exception {
    return own(Requests.vitale(CARD.professional(NOW), CARD.vitale(NOW, SERIAL)));
  }

  private static IncomingRequest bodyBent(String taken, String put) throws Exception {
    return request(Requests.VITALE_CONTENT_TYPE, bend(taken, put).apply(message()), "");
  }
}
