package fr.socle.exigences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.exigences.Requirement.Level;
import fr.socle.exigences.Requirement.Verification;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequirementTest {

  private static Requirement requirement(
      String id, int wave, String sourceKey, String title, List<String> profiles) {
    return new Requirement(
        id,
        wave,
        "INS",
        Level.DOIT,
        Verification.AUTO,
        RuleSource.TEXTE,
        sourceKey,
        title,
        profiles,
        null);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INS/va1.53", "SC.MSS/CONF.07", "EXI-PSC-16", "PSC-RP-04"})
  void acceptsTheIdentifiersOfPublishedListsAndOurs(String id) {
    assertThat(requirement(id, 1, "segur.md 4 (S: REG)", "Titre.", List.of("lgc")).id())
        .isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "EXI PSC 16", "@INS", "INS(1)", "/INS"})
  void refusesAnIdentifierThatATagCannotCarry(String id) {
    assertThatThrownBy(() -> requirement(id, 1, "clé", "Titre.", List.of("lgc")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesBlankTextsUnknownWavesAndNoProfile() {
    assertThatThrownBy(() -> requirement("A", 1, " ", "Titre.", List.of("lgc")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> requirement("A", 1, "clé", "", List.of("lgc")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> requirement("A", 3, "clé", "Titre.", List.of("lgc")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> requirement("A", -1, "clé", "Titre.", List.of("lgc")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> requirement("A", 1, "clé", "Titre.", List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItsOwnCopyOfTheProfiles() {
    List<String> profiles = new ArrayList<>(List.of("lgc"));
    Requirement requirement = requirement("A", 0, "clé", "Titre.", profiles);
    profiles.add("autre");
    assertThat(requirement.profiles()).containsExactly("lgc");
  }
}
