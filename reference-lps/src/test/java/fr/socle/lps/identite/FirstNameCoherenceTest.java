package fr.socle.lps.identite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstNameCoherenceTest {

  private static final List<String> LIST = List.of("JEAN", "CHRISTOPHE", "PIERRE");

  @ParameterizedTest
  @ValueSource(strings = {"JEAN", "JEAN-CHRISTOPHE", "JEAN CHRISTOPHE", "JEAN-CHRISTOPHE-PIERRE"})
  void acceptsTheStartOfTheList(String firstName) {
    assertThat(FirstNameCoherence.coherent(firstName, LIST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"CHRISTOPHE", "PIERRE", "JEA", "JEANNE"})
  void seesWhatIsNotTheStartOfTheList(String firstName) {
    assertThat(FirstNameCoherence.coherent(firstName, LIST)).isFalse();
  }
}
