package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ReadmeTest {
  private static final Pattern SETTING = Pattern.compile("`(psc\\.[a-z0-9-]+)`");

  @Test
  void namesEveryFault() throws Exception {
    assertThat(readme())
        .contains(
            new PscMock()
                .faults().stream().map(FaultKind::name).map(name -> "`" + name + "`").toList());
  }

  @Test
  void namesEverySettingAndNoOther() throws Exception {
    Set<String> read = new TreeSet<>();
    for (String file : List.of("PscSettings.java", "ciba/CibaSettings.java")) {
      String source = Files.readString(Path.of("src/main/java/fr/socle/psc/service", file));
      Pattern.compile("\"(psc\\.[a-z0-9-]+)\"")
          .matcher(source)
          .results()
          .forEach(match -> read.add(match.group(1)));
    }

    assertThat(SETTING.matcher(readme()).results().map(m -> m.group(1)).collect(Collectors.toSet()))
        .isEqualTo(read);
  }

  @Test
  void namesEverySettingOfTheApisAndOfTheProxy() throws Exception {
    Set<String> read = new TreeSet<>();
    for (String source :
        List.of("exchange/service/ApiSettings", "proxy/service/ProxySettings", "ProtectedApis")) {
      String code = Files.readString(Path.of("src/main/java/fr/socle/psc/" + source + ".java"));
      String prefix = source.startsWith("proxy") ? "proxy.api.<name>." : "api.<name>.";
      Pattern.compile("\"((?:api|proxy)\\.[a-z-]+)\"")
          .matcher(code)
          .results()
          .forEach(match -> read.add(match.group(1)));
      Pattern.compile("prefix \\+ \"([a-z-]+)\"")
          .matcher(code)
          .results()
          .filter(match -> source.endsWith("Settings"))
          .forEach(match -> read.add(prefix + match.group(1)));
      Pattern.compile("\"\\.(upstream|identity)\"")
          .matcher(code)
          .results()
          .forEach(match -> read.add(prefix + match.group(1)));
    }

    assertThat(read).contains("api.<name>.upstream", "proxy.url", "api.<name>.token-form");
    assertThat(
            Pattern.compile("`((?:api|proxy)\\.[a-z<>.-]+)`")
                .matcher(readme())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !name.startsWith("api.<api>") && !name.startsWith("api.insi"))
                .collect(Collectors.toSet()))
        .isEqualTo(read);
  }

  private static String readme() throws Exception {
    return Files.readString(Path.of("README.md"));
  }
}
