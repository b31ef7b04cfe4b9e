package fr.socle.features.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LpsConfigurationReaderTest {
  @TempDir private Path directory;

  @Test
  void readsAnLpsDrivenOverHttp() throws IOException {
    LpsConfiguration lps =
        read(
            """
            lps: {nom: Mon LPS, version: "1.0", editeur: Exemple}
            pilote: http
            url: http://127.0.0.1:8600/pilote
            delai: 12
            profil: lgc
            """);

    assertThat(lps.lps()).isEqualTo(new Capabilities.LpsIdentity("Mon LPS", "1.0", "Exemple"));
    assertThat(lps.urls()).containsExactly(URI.create("http://127.0.0.1:8600/pilote"));
    assertThat(lps.limit()).isEqualTo(Duration.ofSeconds(12));
    assertThat(lps.profile()).isEqualTo("lgc");
  }

  @Test
  void takesOneInstancePerAddress() throws IOException {
    LpsConfiguration lps =
        read(
            """
            lps: {nom: L, version: 1}
            pilote: http
            instances: [http://127.0.0.1:1/p, http://127.0.0.1:2/p]
            reglages: {cabinet: "12"}
            """);

    assertThat(lps.instances()).isEqualTo(2);
    assertThat(lps.limit()).isEqualTo(LpsConfiguration.DEFAULT_LIMIT);
    assertThat(lps.settings()).containsEntry("cabinet", "12");
  }

  @Test
  void readsAnLpsDrivenByACommandRunWhereTheFileIs() throws IOException {
    LpsConfiguration lps =
        read("lps: {nom: L, version: 1}\npilote: commande\ncommande: [python3, pilote.py]\n");

    assertThat(lps.command()).containsExactly("python3", "pilote.py");
    assertThat(lps.directory()).isEqualTo(directory);
    assertThat(lps.instances()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pilote: http~urll: x                             | ligne 3 | membre inconnu « urll »
          pilote: http                                     | ligne 1 | il manque le membre « url »
          pilote: http~url: http://a/b~profil: lcg          | ligne 4 | « lcg » inconnu : choisissez parmi lgc, centre-de-sante
          pilote: telepathie                               | ligne 2 | attendu : http, commande, observation
          pilote: http~url: ftp://a/b                      | ligne 3 | n'est pas une adresse http
          pilote: http~url: http://a/b~delai: vite         | ligne 4 | nombre de secondes
          pilote: observation~url: http://a/b              | ligne 3 | ne va pas avec
          pilote: http~url: http://a/b~url: http://a/c     | ligne 4 | donné deux fois
          pilote: http~url: http://a/b~instances: [http://a] | ligne 4 | pas les deux
          pilote: [http                                    | ligne 3 | YAML
          pilote: commande~commande: python3 pilote.py     | ligne 3 | attendu une liste
          """)
  void refusesWithTheLineAndTheMend(String rest, String line, String mend) throws IOException {
    String text = "lps: {nom: L, version: 1}\n" + rest.replace('~', '\n') + "\n";

    assertThatThrownBy(() -> read(text))
        .isInstanceOf(LpsConfigurationException.class)
        .hasMessageContaining("lps.yaml")
        .hasMessageContaining(line)
        .hasMessageContaining(mend);
  }

  @Test
  void refusesAnUnknownMemberInsideLps() {
    assertThatThrownBy(
            () -> read("lps:\n  nom: L\n  version: 1\n  taille: 3\npilote: observation\n"))
        .hasMessageContaining("ligne 4")
        .hasMessageContaining("« taille »");
  }

  @Test
  void saysThatAFileDoesNotExist() {
    assertThatThrownBy(() -> new LpsConfigurationReader().read(directory.resolve("absent.yaml")))
        .isInstanceOf(LpsConfigurationException.class)
        .hasMessageContaining("absent.yaml");
  }

  private LpsConfiguration read(String text) throws IOException {
    Path file = directory.resolve("lps.yaml");
    Files.writeString(file, text);
    return new LpsConfigurationReader().read(file);
  }
}
