package fr.socle.lps.insi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.lps.banc.FakeInsi;
import fr.socle.lps.banc.InsiMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerReaderTest {

  private final AnswerReader reader = new AnswerReader();

  @Test
  void readsAnIdentityWhateverThePrefixes() {
    String byDefault = InsiMessages.found().xml();
    String prefixed =
        byDefault
            .replace("<RESULTAT xmlns=", "<ns2:RESULTAT xmlns:ns2=")
            .replace("</RESULTAT>", "</ns2:RESULTAT>")
            .replaceAll(
                "<(/?)(CR|CodeCR|LibelleCR|INDIVIDU|INSACTIF|IdIndividu|NumIdentifiant|Cle|OID"
                    + "|TIQ|NomNaissance|ListePrenom|Sexe|DateNaissance|LieuNaissance)>",
                "<$1ns2:$2>")
            .replaceAll("<(/?)soap:Body", "<$1S:Body")
            .replace("<S:Body", "<S:Body xmlns:S='http://www.w3.org/2003/05/soap-envelope'");

    InsiAnswer found = reader.read(byDefault.getBytes(UTF_8));

    assertThat(found).isInstanceOf(InsiAnswer.Found.class);
    assertThat(reader.read(prefixed.getBytes(UTF_8))).isEqualTo(found);
  }

  @Test
  void readsTheThreeWaysOfGivingFirstNames() {
    String list = "<ListePrenom>ALIX MARIE-LOU</ListePrenom>";

    assertThat(found(InsiMessages.found()).firstNames()).containsExactly("ALIX", "MARIE-LOU");
    assertThat(found(replacing(list, "<Prenom>ALIX</Prenom>")).firstNames())
        .containsExactly("ALIX");
    assertThat(found(replacing(list, "<Prenom>ALIX</Prenom>" + list)).firstNames())
        .containsExactly("ALIX", "MARIE-LOU");
  }

  @Test
  void readsAHistoryWithItsDatesFirstOrLast() {
    String id =
        "<IdIndividu><NumIdentifiant>2880375056123</NumIdentifiant><Cle>53</Cle></IdIndividu>"
            + "<OID>1.2.250.1.213.1.4.8</OID>";
    String dates = "<DateDeb>1990-01-01</DateDeb><DateFin>2010-06-30</DateFin>";
    String two =
        InsiMessages.ACTIVE
            + "<INSHISTO>"
            + id
            + dates
            + "</INSHISTO><INSHISTO>"
            + dates
            + id
            + "</INSHISTO>";

    InsiAnswer.Found found = found(InsiMessages.found(two, InsiMessages.TRAITS));

    assertThat(found.former()).hasSize(2);
    assertThat(found.former().get(0)).isEqualTo(found.former().get(1));
    assertThat(found.former().get(0).to()).isEqualTo("2010-06-30");
    assertThat(found.matricule()).isEqualTo("188022A004321");
  }

  @Test
  void readsTheCodeOfAFaultAndNotItsText() {
    assertThat(read(InsiMessages.fault("insi_102")))
        .isEqualTo(new InsiAnswer.Unavailable("erreur insi_102"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03", "0", ""})
  void takesAnUnknownCodeForAnError(String code) {
    assertThat(read(InsiMessages.code(code))).isInstanceOf(InsiAnswer.Unavailable.class);
  }

  @Test
  void tellsNoneFromSeveral() {
    assertThat(read(InsiMessages.code("01"))).isEqualTo(new InsiAnswer.None());
    assertThat(read(InsiMessages.code("02"))).isEqualTo(new InsiAnswer.Several());
  }

  @Test
  void believesNothingThatIsNotAnAnswerOfInsi() {
    assertThat(read(new FakeInsi.Reply(200, "<html>panne</html>")))
        .isInstanceOf(InsiAnswer.Unavailable.class);
    assertThat(read(new FakeInsi.Reply(200, InsiMessages.found().xml().substring(0, 200))))
        .isInstanceOf(InsiAnswer.Unavailable.class);
    assertThat(
            read(
                InsiMessages.soap(
                    200,
                    InsiMessages.found()
                        .xml()
                        .replaceAll(".*<soap:Body>|</soap:Body>.*", "")
                        .replace("INSiResultat", "AutreResultat"))))
        .isEqualTo(new InsiAnswer.Unavailable("réponse sans RESULTAT"));
    assertThat(read(InsiMessages.result("<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>")))
        .isEqualTo(new InsiAnswer.Unavailable("code 00 sans identité"));
  }

  @Test
  void refusesADocumentType() {
    String withDoctype =
        "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + InsiMessages.found().xml();

    assertThat(reader.read(withDoctype.getBytes(UTF_8)))
        .isEqualTo(new InsiAnswer.Unavailable("réponse illisible"));
  }

  private InsiAnswer read(FakeInsi.Reply reply) {
    return reader.read(reply.xml().getBytes(UTF_8));
  }

  private InsiAnswer.Found found(FakeInsi.Reply reply) {
    InsiAnswer answer = read(reply);
    assertThat(answer).isInstanceOf(InsiAnswer.Found.class);
    return (InsiAnswer.Found) answer;
  }

  private static FakeInsi.Reply replacing(String old, String text) {
    return InsiMessages.found(InsiMessages.ACTIVE, InsiMessages.TRAITS.replace(old, text));
  }
}
