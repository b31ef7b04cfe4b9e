package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {

  @Test
  void acceptsARuleThatSaysWhatItIsAndWhatItCountsAgainst() {
    List<String> requirements = new ArrayList<>(List.of("INSI-T03"));
    Rule rule = new Rule("INSI-CTX-04", RuleSource.VU, "insi.md 2.3 (S:2)", requirements, "Titre.");
    requirements.clear();
    assertThat(rule.requirements()).containsExactly("INSI-T03");
  }

  @Test
  void refusesABlankIdentifierKeyOrTitle() {
    List<String> requirements = List.of("INSI-T03");
    assertThatThrownBy(() -> new Rule(" ", RuleSource.VU, "clé", requirements, "Titre."))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule("R", RuleSource.VU, "", requirements, "Titre."))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rule("R", RuleSource.VU, "clé", requirements, "\t"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesARuleThatCountsAgainstNothing() {
    assertThatThrownBy(() -> new Rule("R", RuleSource.VU, "clé", List.of(), "Titre."))
        .hasMessageContaining("names no requirement");
  }
}
