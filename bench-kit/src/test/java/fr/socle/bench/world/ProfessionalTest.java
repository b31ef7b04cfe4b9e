package fr.socle.bench.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of psc.md section 5. */
class ProfessionalTest {
  private final Map<String, Professional> presets =
      WorldGenerator.professionalPresets().stream()
          .collect(Collectors.toMap(Professional::persona, Function.identity()));

  @ParameterizedTest
  @CsvSource({
    "medecin-deux-activites, 99990000012, 1, 2",
    "medecin, 99990000020, 1, 1",
    "pharmacien, 99990000038, 1, 1",
    "infirmiere, 99990000046, 1, 1",
    "dentiste-sans-activite, 99990000053, 1, 0",
    "medecin-sans-exercice, 99990000061, 0, 0",
    "deux-exercices, 99990000079, 2, 2",
    "revoque, 99990000087, 1, 1",
    "ecps-bloquee, 99990000095, 1, 1",
    "sans-donnees, 99990000103, 0, 0"
  })
  void presetsHaveTheirRppsAndTheirActivities(
      String persona, String rpps, int exercises, int activities) {
    Professional professional = presets.get(persona);

    assertThat(professional.rpps().orElseThrow().number()).isEqualTo(rpps);
    assertThat(professional.rpps().orElseThrow().keyIsRight()).isTrue();
    assertThat(professional.nationalId().value()).isEqualTo("8" + rpps);
    assertThat(professional.exercises()).hasSize(exercises);
    assertThat(professional.activities()).hasSize(activities);
  }

  @Test
  void presetsDifferAsTheirRoleSays() {
    assertThat(presets.get("medecin-deux-activites").activities())
        .extracting(Activity::mode)
        .containsExactly("L", "S");
    assertThat(presets.get("pharmacien").activities().get(0).pharmacistSection()).isNotEmpty();
    assertThat(presets.get("infirmiere").activities()).extracting(Activity::mode).containsOnly("S");
    assertThat(presets.get("deux-exercices").exercises())
        .extracting(Exercise::profession)
        .containsExactly("10", "21");
    assertThat(presets.values()).filteredOn(Professional::revoked).hasSize(1);
    assertThat(presets.values()).filteredOn(Professional::locked).hasSize(1);
    assertThat(presets.values())
        .filteredOn(professional -> !professional.recorded())
        .extracting(Professional::persona)
        .containsExactly("sans-donnees");
    assertThat(presets.get("id-structure").nationalId().value()).matches("5[0-9]{14}/CPAT00001");
    assertThat(presets.get("edit").nationalId().value()).matches("ANS[0-9]{14}");
    assertThat(presets.get("edit").otherIds().get(0).origin()).isEqualTo("EDIT");
  }

  @Test
  void theFirstPresetIsTheSampleOfTheSheet() {
    Activity activity = presets.get("medecin-deux-activites").activities().get(0);

    assertThat(activity.structure().technicalId()).isEqualTo("R90001");
    assertThat(activity.structure().formerId()).isEqualTo("499990000012001");
    assertThat(activity.structure().address().town()).isEqualTo("75099 PARIS");
    assertThat(activity.registrationAuthority()).isEqualTo("CNOM/CNOM/CNOM");
  }

  @ParameterizedTest
  @EnumSource(ProfessionalPersona.class)
  void freshOnesAreLikeTheirPresetUnderAnotherIdentity(ProfessionalPersona persona) {
    WorldGenerator generator = new WorldGenerator(2);
    Professional fresh = generator.professional(persona, 17);
    Professional preset = presets.get(persona.personaName());

    assertThat(fresh).isEqualTo(new WorldGenerator(2).professional(persona, 17));
    assertThat(fresh.nationalId()).isNotEqualTo(preset.nationalId());
    assertThat(fresh.exercises()).hasSameSizeAs(preset.exercises());
    assertThat(fresh.activities()).hasSameSizeAs(preset.activities());
    assertThat(fresh.rpps().map(Rpps::keyIsRight)).isEqualTo(preset.rpps().map(Rpps::keyIsRight));
  }

  @Test
  void freshOnesNeverShareTheirIdentifierNorTakeThatOfAPreset() {
    Set<NationalId> ids = new HashSet<>();
    presets.values().forEach(preset -> ids.add(preset.nationalId()));
    WorldGenerator generator = new WorldGenerator(2);

    long sequence = 0;
    while (sequence < 3_000) {
      for (ProfessionalPersona persona : ProfessionalPersona.values()) {
        assertThat(ids.add(generator.professional(persona, sequence).nationalId())).isTrue();
        sequence++;
      }
    }
  }

  @Test
  void aNumberThatIsNoRppsIsRefusedButAWrongKeyIsOnlyTold() {
    assertThatThrownBy(() -> new Rpps("1234")).hasMessageContaining("onze chiffres");
    // Seen in MSSanté test data, psc.md 3.1: key not respected.
    assertThat(new Rpps("10002000202").keyIsRight()).isFalse();
    assertThatThrownBy(() -> new NationalId("")).isInstanceOf(IllegalArgumentException.class);
  }
}
