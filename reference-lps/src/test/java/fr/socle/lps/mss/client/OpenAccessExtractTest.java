package fr.socle.lps.mss.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.lps.mss.client.OpenAccessExtract.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class OpenAccessExtractTest {
  private static final String ACTIVITIES = "PS_LibreAcces_Personne_activite_202611230800.txt";

  @Test
  void findsColumnsByTheirNamesWhereverTheyAre() throws Exception {
    Map<String, Person> people =
        OpenAccessExtract.read(
            archive(
                ACTIVITIES,
                "Nouveauté|Prénom d'exercice|Nom d'exercice|Identification nationale PP|Libellé"
                    + " profession|Raison sociale site|",
                "x|ANNE|TAPIS|899990000012|Médecin|CABINET DU CENTRE|"));

    assertThat(people)
        .containsExactly(
            Map.entry(
                "899990000012",
                new Person(
                    "899990000012", "TAPIS", "ANNE", "Médecin", List.of("CABINET DU CENTRE"))));
  }

  @Test
  void joinsTheActivitiesOfAPersonAndNamesAStructureOnce() throws Exception {
    Map<String, Person> people =
        OpenAccessExtract.read(
            archive(
                ACTIVITIES,
                "Identification nationale PP|Nom d'exercice|Prénom d'exercice|Libellé"
                    + " profession|Raison sociale site|",
                "899990000012|TAPIS|ANNE|Médecin|CABINET DU CENTRE|",
                "899990000012|TAPIS|ANNE|Médecin|CLINIQUE FICTIVE|",
                "899990000012|TAPIS|ANNE|Médecin|CLINIQUE FICTIVE|",
                "899990000020|SANSLIEU|CAMILLE|Médecin||"));

    assertThat(people).hasSize(2);
    assertThat(people.get("899990000012").places())
        .containsExactly("CABINET DU CENTRE", "CLINIQUE FICTIVE");
    assertThat(people.get("899990000020").places()).isEmpty();
  }

  @Test
  void refusesAFileThatDoesNotNameItsPersons() {
    assertThatThrownBy(
            () ->
                OpenAccessExtract.read(
                    archive(ACTIVITIES, "Nom d'exercice|Prénom d'exercice|", "TAPIS|ANNE|")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusesAnArchiveWithoutTheActivities() {
    assertThatThrownBy(
            () ->
                OpenAccessExtract.read(
                    archive(
                        "PS_LibreAcces_SavoirFaire_202611230800.txt",
                        "Identification nationale PP|Nom d'exercice|Prénom d'exercice|")))
        .isInstanceOf(IOException.class);
  }

  private static byte[] archive(String name, String... lines) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }
}
