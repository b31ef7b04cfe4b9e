package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.MssMailbox;
import fr.socle.bench.client.api.MssPublication;
import fr.socle.bench.xml.SafeXml;
import fr.socle.bench.xml.XmlException;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Extractions, white list and autoconfiguration, as files. */
class DirectoryFilesTest {
  private static DirectoryBench bench;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    bench = DirectoryBench.open(pki, Map.of());
  }

  @AfterAll
  static void stop() {
    bench.close();
  }

  private static Map<String, String> unzipped(String name) throws Exception {
    HttpResponse<byte[]> answer = bench.bytes(bench.url("mss.extraction") + name);
    assertThat(answer.statusCode()).isEqualTo(200);
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void theCorrespondenceHasThirtyOneColumnsAndFollowsTheWorld() throws Exception {
    Map<String, String> files = unzipped("Extraction_Correspondance_MSSante");
    assertThat(files).hasSize(1);
    assertThat(files.keySet().iterator().next())
        .matches("Extraction_Correspondance_MSSante_\\d{12}\\.txt");
    String text = files.values().iterator().next();
    assertThat(text.lines().findFirst().orElse(""))
        .startsWith("Type de BAL|Adresse BAL|Type Identifiant PP|Identifiant PP|")
        .endsWith("|L6LIGNEACHEMINEMENT|Code postal|Département|Pays");
    assertThat(text.lines()).allMatch(each -> each.split("\\|", -1).length == 31);
    String rpps = bench.marie().nationalId();
    assertThat(text)
        .contains("PER|" + DirectoryBench.MARIE + "|8|" + rpps.substring(1) + "|" + rpps + "|")
        .contains("ORG|" + DirectoryBench.CARDIO + "||||FINESS|");
    bench.open(new MssMailbox("autre@medecin.mssante.fr", rpps));
    bench.open(MssMailbox.organisation("cachee@medecin.mssante.fr", List.of(rpps), ""));
    bench.publish(
        new MssPublication("cachee@medecin.mssante.fr", null, true, null, null, null, null));
    assertThat(unzipped("Extraction_Correspondance_MSSante").values().iterator().next())
        .contains("autre@medecin.mssante.fr")
        .doesNotContain("cachee@medecin.mssante.fr");
    assertThat(bench.transactions()).contains("ANN extraction");
  }

  @Test
  void theOpenAccessFilesAreThree() throws Exception {
    Map<String, String> files = unzipped("PS_LibreAcces");
    assertThat(files.keySet())
        .extracting(each -> each.replaceAll("_\\d{12}\\.txt$", ""))
        .containsExactly(
            "PS_LibreAcces_Dipl_AutExerc",
            "PS_LibreAcces_Personne_activite",
            "PS_LibreAcces_SavoirFaire");
    String activities =
        files.entrySet().stream()
            .filter(each -> each.getKey().contains("activite"))
            .findFirst()
            .orElseThrow()
            .getValue();
    assertThat(activities.lines()).allMatch(each -> each.split("\\|", -1).length == 48);
    assertThat(activities).contains("|" + bench.marie().nationalId() + "|DR|");
  }

  @Test
  void anUnknownExtractionIsNotThere() throws Exception {
    assertThat(bench.bytes(bench.url("mss.extraction") + "Autre").statusCode()).isEqualTo(404);
    assertThat(bench.bytes(bench.url("mss.web") + "/autre").statusCode()).isEqualTo(404);
  }

  @Test
  void theWhiteListIsClosedAndItsDigestAgrees() throws Exception {
    HttpResponse<byte[]> list = bench.bytes(bench.url("mss.liste-blanche"));
    new SafeXml().read(list.body(), null);
    assertThat(new String(list.body(), StandardCharsets.UTF_8))
        .contains(
            "<ListeBlancheMSSante xmlns=\"https://listeblanche.mssante.fr/schema\">",
            "<Nom>medecin.mssante.fr</Nom>",
            "<DNCertificatOperateur>CN=");
    String digest =
        HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list.body()));
    assertThat(bench.get(bench.url("mss.web") + "/checksum", null).body()).startsWith(digest);
    assertThat(bench.transactions()).contains("MSS liste blanche");
  }

  @Test
  void itCanBeLeftOpenAsItWasPublished() throws Exception {
    bench.arm("liste-blanche-non-fermee", Map.of());
    HttpResponse<byte[]> open = bench.bytes(bench.url("mss.liste-blanche"));
    assertThat(new String(open.body(), StandardCharsets.UTF_8))
        .contains("</ListeDomaines>")
        .doesNotContain("</ListeBlancheMSSante>");
    assertThatThrownBy(() -> new SafeXml().read(open.body(), null))
        .isInstanceOf(XmlException.class);
  }

  @Test
  void itsOtherFaultsAreSeen() throws Exception {
    bench.arm("liste-blanche-tronquee", Map.of());
    assertThat(bench.get(bench.url("mss.liste-blanche"), null).body())
        .doesNotContain("</ListeDomaines>");
    bench.arm("liste-blanche-domaine-double", Map.of("domaine", "medecin.mssante.fr"));
    assertThat(bench.get(bench.url("mss.liste-blanche"), null).body().split("<Nom>medecin\\.", -1))
        .hasSize(3);
    bench.arm("liste-blanche-domaine-retire", Map.of("domaine", "medecin.mssante.fr"));
    assertThat(bench.get(bench.url("mss.liste-blanche"), null).body())
        .doesNotContain("<Nom>medecin.mssante.fr");
    bench.arm("liste-blanche-ancienne", Map.of("jours", "3650"));
    assertThat(bench.get(bench.url("mss.liste-blanche"), null).body())
        .containsPattern("<DateDeGeneration>20[012]\\d-");
  }

  @Test
  void theAutoconfigurationGivesTheRealListeners() throws Exception {
    String url = bench.url("mss.autoconfig") + "medecin.mssante.fr/mail/config-v1.1.xml";
    HttpResponse<String> answer = bench.get(url, null);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains(
            "<emailProvider id=\"medecin.mssante.fr\">",
            "<incomingServer type=\"imap\"><hostname>"
                + URI.create(bench.url("mss.imap")).getHost()
                + "</hostname><port>"
                + bench.port("mss.imap")
                + "</port><socketType>STARTTLS</socketType>",
            "<port>" + bench.port("mss.smtp") + "</port>");
    assertThat(
            bench
                .get(bench.url("mss.autoconfig") + "inconnu.fr/mail/config-v1.1.xml", null)
                .statusCode())
        .isEqualTo(404);
    bench.arm("autoconfig-absente", Map.of());
    assertThat(bench.get(url, null).statusCode()).isEqualTo(404);
    bench.arm("autoconfig-hote-etranger", Map.of());
    assertThat(bench.get(url, null).body()).contains("imap.exemple.com");
    bench.arm("autoconfig-adresse-privee", Map.of());
    assertThat(bench.get(url, null).body()).contains("<hostname>10.0.0.1</hostname>");
    assertThat(bench.transactions()).contains("MSS autoconfig");
  }
}
