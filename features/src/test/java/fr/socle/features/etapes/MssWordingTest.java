package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Each LPS writes in its own words; what is missing is seen all the same. */
class MssWordingTest {
  private static final List<String> GIVEN = List.of("Zoé", "Marie-Anne");

  @Test
  void readsSubjectsWhateverTheAccentsTheCaseAndTheHyphens() {
    assertThat(announces("XDM/1.0/DDM+Lettre de liaison LE BOEUF ZOE 26/11/1978")).isTrue();
    assertThat(announces("XDM/1.0/DDM+Lettre LE-BŒUF Zoé")).isTrue();
    assertThat(announces("XDM/1.0/DDM+2 documents le boeuf MARIE ANNE")).isTrue();
    assertThat(announces("[Annule et remplace] XDM/1.0/DDM+Lettre LE BOEUF Zoe")).isTrue();
    assertThat(announces("XDM/1.0/DDM+[Annule et remplace] Lettre LE BOEUF Zoe")).isTrue();
  }

  @Test
  void wantsThePrefixALabelTheNameAndAGivenName() {
    assertThat(announces("Lettre LE BOEUF Zoe")).isFalse();
    assertThat(announces("XDM/1.0/DDM+LE BOEUF Zoe")).isFalse();
    assertThat(announces("XDM/1.0/DDM+Lettre Zoe")).isFalse();
    assertThat(announces("XDM/1.0/DDM+Lettre LE BOEUF")).isFalse();
    assertThat(announces("XDM/1.0/DDM+" + "x".repeat(41) + " LE BOEUF Zoe")).isFalse();
  }

  @Test
  void readsTheLabelOfSeveralDocuments() {
    List<String> given = List.of("Zoé");

    assertThat(
            MssLabels.announces(
                "XDM/1.0/DDM+2 Documents DUPONT Zoe", "2 documents", "Dupont", given))
        .isTrue();
    assertThat(MssLabels.announces("XDM/1.0/DDM+Lettre DUPONT Zoe", "2 documents", "Dupont", given))
        .isFalse();
  }

  private static boolean announces(String subject) {
    return MssLabels.announces(subject, "", "Le Bœuf", GIVEN);
  }

  @Test
  void readsWordsWhateverJoinsThem() {
    assertThat(MssLabels.words("Dr_Yann_LE_GOFF")).contains(MssLabels.words("Le Goff"));
    assertThat(MssLabels.words("Ceci annule et\r\n remplace")).contains("ANNULE ET REMPLACE");
    assertThat(MssLabels.words("Ceci remplace")).doesNotContain("ANNULE ET REMPLACE");
  }

  @Test
  void takesForAFailureWhateverIsNoSuccess() {
    assertThat(
            List.of(
                "échec : 451",
                "connexion interrompue",
                "délai dépassé",
                "serveur injoignable",
                "message non envoyé",
                "550 5.1.1"))
        .allMatch(MssTraces::isFailure);
    assertThat(List.of("", "réussie", "250 2.0.0 OK", "2 message(s) reçu(s)", "message accepté"))
        .noneMatch(MssTraces::isFailure);
  }

  @Test
  void findsATraceByAnyNameOfADocument() throws Exception {
    JsonNode traces =
        JsonMapper.builder()
            .build()
            .readTree(
                "[{\"action\":\"reception\",\"requete\":\"<m1@a>\"},{\"action\":\"classement\",\"objet\":\"2.25.7\"},{\"action\":\"essai\"}]");

    assertThat(MssTraces.naming(traces, List.of("Lettre", "2.25.7", "m1@a"))).isEqualTo(2);
    assertThat(MssTraces.naming(traces, List.of("Lettre"))).isZero();
  }

  @Test
  void wantsTheMentionOfAnAutomaticMessageAndItsAddress() {
    assertThat(
            MssApplicationSteps.saysAutomatic(
                "Généré par un automate ; écrivez à Medecin@a.fr.\n" + "x".repeat(500),
                "medecin@a.fr"))
        .isTrue();
    assertThat(MssApplicationSteps.saysAutomatic("Message automatique.", "medecin@a.fr")).isFalse();
    assertThat(MssApplicationSteps.saysAutomatic("Écrivez à medecin@a.fr.", "medecin@a.fr"))
        .isFalse();
  }

  @Test
  void wantsARateThatChanges() {
    assertThat(ExtractSteps.isSettable(List.of(24, 48))).isTrue();
    assertThat(ExtractSteps.isSettable(List.of(24, 24, 24))).isFalse();
  }

  @Test
  void wantsOfAListWhatTheTextNames() {
    MssArrivingDocument sent = sent();
    ObjectNode shown =
        JsonNodeFactory.instance
            .objectNode()
            .put("titre", "Lettre")
            .put("date", "2026-01-05T09:30")
            .put("patient", "LE BOEUF Zoé")
            .put("auteur", "Dr Camille Confrère");

    assertThat(MssInboxExpectations.tellsHeader(shown, sent)).isTrue();
    assertThat(MssInboxExpectations.tellsHeader(shown.deepCopy().put("patient", "X"), sent))
        .isFalse();
    assertThat(MssInboxExpectations.tellsHeader(shown.deepCopy().put("titre", ""), sent)).isFalse();
  }

  @Test
  void readsAnArchiveOfAnotherName() throws IOException {
    byte[] archive = archive(sent());
    MssMail.Piece other = new MssMail.Piece("application/zip", "", "documents.zip", archive);
    MssMail.Piece broken = new MssMail.Piece("application/zip", "", "x.zip", new byte[] {'P', 'K'});

    assertThat(MssMail.archiveOf(List.of(broken, other)))
        .hasValueSatisfying(read -> assertThat(read.documents()).hasSize(1));
    assertThat(MssMail.archiveOf(List.of(broken))).isEmpty();
  }

  /** As little of an archive as can be read. */
  private static byte[] archive(MssArrivingDocument document) throws IOException {
    String metadata =
        """
        <lcm:SubmitObjectsRequest xmlns:lcm="urn:oasis:names:tc:ebxml-regrep:xsd:lcm:3.0"
          xmlns="urn:oasis:names:tc:ebxml-regrep:xsd:rim:3.0"><RegistryObjectList>
        <ExtrinsicObject id="Document01" mimeType="text/xml"><Slot name="URI"><ValueList>
        <Value>LETTRE.XML</Value></ValueList></Slot></ExtrinsicObject>
        </RegistryObjectList></lcm:SubmitObjectsRequest>
        """;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/METADATA.XML"));
      zip.write(metadata.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("IHE_XDM/SUBSET01/LETTRE.XML"));
      zip.write(Base64.getDecoder().decode(document.base64()));
    }
    return bytes.toByteArray();
  }

  @Test
  void readsThatADocumentIsDeletedInWhateverWords() {
    assertThat(tellsDeletion("Document supprimé", "Bonjour.")).isTrue();
    assertThat(tellsDeletion("Votre patient", "Merci de ne plus tenir compte de ma lettre."))
        .isTrue();
    assertThat(tellsDeletion("Annulation", "<p>Voir le dossier</p>")).isTrue();
    assertThat(
            List.of(
                "Prière d'ignorer le document du 3 mars.",
                "Veuillez ne pas prendre en compte ce document.",
                "Ce courrier vous est parvenu par erreur.",
                "Le document est dépublié.",
                "Document révoqué",
                "Ce document est nul et non avenu.",
                "Il a fait l'objet d'une destruction."))
        .allMatch(text -> tellsDeletion("Votre patient", text));
    assertThat(tellsDeletion("Votre patient", "Voici un document.")).isFalse();
    assertThat(tellsDeletion("Votre patient", "À prendre en compte dès ce soir.")).isFalse();
  }

  /** Words that nobody thought of are not blamed: only the want of any. */
  @Test
  void blamesOnlyAMessageThatHasNothingToRead() {
    assertThat(MssUpdateSteps.tellsNothing(mail("Un document", ""))).isTrue();
    assertThat(MssUpdateSteps.tellsNothing(mail("", ""))).isTrue();
    assertThat(MssUpdateSteps.tellsNothing(mail("Un document", "Il est mis au rebut."))).isFalse();
    assertThat(MssUpdateSteps.tellsNothing(mail("Un document mis au rebut", ""))).isFalse();
  }

  @Test
  void answersGoWhereAMessageAsksForThem() {
    MssArrivingMail plain = new MssArrivingMail("a@b.fr", "A", "c@d.fr");
    assertThat(MssMail.read(plain.bytes()).flatMap(MssMail::answeredAt)).isEmpty();
    byte[] elsewhere = plain.header("Reply-To", "Cabinet <cabinet@b.fr>").bytes();
    assertThat(MssMail.read(elsewhere).flatMap(MssMail::answeredAt)).contains("cabinet@b.fr");
  }

  private static boolean tellsDeletion(String subject, String text) {
    return MssUpdateSteps.tellsDeletion(mail(subject, text));
  }

  private static MssMail mail(String subject, String text) {
    return MssMail.read(
            new MssArrivingMail("a@b.fr", "A", "c@d.fr").subject(subject).text(text).bytes())
        .orElseThrow();
  }

  private static MssArrivingDocument sent() {
    Patient.InsNumber number = new Patient.InsNumber("2750699000000", "01", "1.2.250.1.213.1.4.10");
    Patient patient =
        new Patient(
            "p1",
            null,
            "LE BŒUF",
            List.of("ZOÉ"),
            "ZOÉ",
            "F",
            "1975-06-01",
            "75056",
            number,
            List.of());
    return new MssArrivingDocument(
        "2.25.1",
        "2.25.2",
        1,
        patient,
        number,
        DmpKind.LETTER,
        "Lettre",
        "20260105",
        "CONFRERE",
        null);
  }
}
