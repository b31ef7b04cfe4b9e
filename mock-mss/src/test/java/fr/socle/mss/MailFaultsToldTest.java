package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MailFaultsToldTest {
  private static final Pattern QUOTED = Pattern.compile("`([a-z0-9-]+)[^`]*`");

  /** Each is in the table of {@code docs/mss-pannes.md}, or in its list of those left out. */
  @Test
  void noFaultOfTheMailIsLeftOutOfThePage() throws Exception {
    Set<String> told =
        QUOTED
            .matcher(Files.readString(Path.of("../docs/mss-pannes.md")))
            .results()
            .map(each -> each.group(1))
            .collect(Collectors.toSet());

    assertThat(told).containsAll(new MssMock().faults().stream().map(FaultKind::name).toList());
  }
}
