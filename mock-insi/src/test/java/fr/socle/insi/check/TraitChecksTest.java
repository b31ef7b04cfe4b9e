package fr.socle.insi.check;

import static fr.socle.insi.check.SearchMessage.bent;
import static fr.socle.insi.check.SearchMessage.broken;
import static fr.socle.insi.check.SearchMessage.post;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Persons;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** INSI-T05: the criteria of a search by traits. */
class TraitChecksTest {
  private final JudgedInsi bench = new JudgedInsi(Map.of(), Persons.ALIX);

  static Stream<BrokenMessage> messages() {
    return Stream.of(
        broken(
            "INSI-T05-1",
            "RECSANSVITALE",
            "<rs:Sexe>F</rs:Sexe>\n   <rs:DateNaissance>1988-02-29</rs:DateNaissance>",
            "<rs:DateNaissance>1988-02-29</rs:DateNaissance>\n   <rs:Sexe>F</rs:Sexe>"),
        broken(
            "INSI-T05-1", "RECSANSVITALE", "</rs:RECSANSVITALE>", "<rs:Autre/></rs:RECSANSVITALE>"),
        broken(
            "INSI-T05-1", "RECSANSVITALE", "<rs:RECSANSVITALE ", "<rs:RECSANSVITALE Autre=\"1\" "),
        broken("INSI-T05-2", "NomNaissance", "<rs:NomNaissance>MOQUETTE</rs:NomNaissance>", ""),
        broken("INSI-T05-2", "NomNaissance", ">MOQUETTE<", "> <"),
        broken("INSI-T05-3", "Prenom", "<rs:Prenom>ALIX</rs:Prenom>", ""),
        broken("INSI-T05-4", "Sexe", "<rs:Sexe>F</rs:Sexe>", ""),
        broken("INSI-T05-4", "Sexe", "<rs:Sexe>F", "<rs:Sexe>I"),
        broken("INSI-T05-5", "DateNaissance", ">1988-02-29<", ">29/02/1988<"),
        broken(
            "INSI-T05-5", "DateNaissance", "<rs:DateNaissance>1988-02-29</rs:DateNaissance>", ""),
        broken("INSI-T05-6", "LieuNaissance", ">75056<", ">PARIS<"),
        broken("INSI-T05-6", "LieuNaissance", ">75056<", "><"),
        broken("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">Moquette<"),
        broken("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">-MOQUETTE<"),
        broken("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">D’ÆION<"),
        broken("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">DE  VINCI<"),
        broken("INSI-T05-7", "NomNaissance", ">MOQUETTE<", ">D' ARTAGNAN<"),
        broken("INSI-T05-8", "Prenom", ">ALIX<", ">ZOÉ<"),
        broken("INSI-T05-8", "Prenom", ">ALIX<", ">ALIX-<"),
        broken("INSI-T05-9", "Prenom", ">ALIX<", ">ALIX--LOU<"),
        broken("INSI-T05-15", "DateNaissance", ">1988-02-29<", ">1988-02-00<"),
        broken("INSI-T05-15", "DateNaissance", ">1988-02-29<", ">1988-00-29<"));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1988-20-31", "1988-01-01", "1988-12-31"})
  void aLunarDateOrOneThatStandsForAnUnknownOneIsNoFault(String date) {
    assertThat(bench.findings(post(bent(">1988-02-29<", ">" + date + "<")))).isEmpty();
  }

  // insi.md 11, 7: a client of the field refuses the first; INSi takes both.
  @ParameterizedTest
  @ValueSource(strings = {"'T HOOFT", "D'ARTAGNAN--DE L'HERAULT"})
  void namesThatSomeClientsRefuseAreNone(String name) {
    assertThat(bench.findings(post(bent(">MOQUETTE<", ">" + name + "<")))).isEmpty();
  }

  static Set<String> proven() {
    return BrokenMessage.rules(messages());
  }
}
