package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.psc.service.PscFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultTableTest {
  /** Second cell of a row: what provokes it, between back quotes, parameters after a blank. */
  private static final Pattern PROVOKED =
      Pattern.compile("(?m)^\\| [^|]* \\| `([a-z0-9-]+)[^|]*\\| [^|]+ \\| [^|]+ \\|$");

  @Test
  void noFaultIsLeftOutOfTheScenarios() throws Exception {
    Set<String> armed =
        PROVOKED
            .matcher(Files.readString(Path.of("../docs/psc-pannes.md")))
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toSet());

    assertThat(armed).containsAll(Arrays.stream(PscFault.values()).map(PscFault::label).toList());
  }
}
