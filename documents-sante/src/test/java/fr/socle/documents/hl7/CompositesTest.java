package fr.socle.documents.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompositesTest {

  @Test
  void writeAProfessionalAsTheSheetShows() {
    String text = "899900099997^DUPONT-TEST^LEA^^^^^^&1.2.250.1.71.4.2.1&ISO^D^^^IDNPS";

    assertThat(Xcn.professional("899900099997", "DUPONT-TEST", "LEA").text()).isEqualTo(text);
    assertThat(Xcn.read(text)).isEqualTo(Xcn.professional("899900099997", "DUPONT-TEST", "LEA"));
  }

  @Test
  void readASystemAndAPatientAsWell() {
    assertThat(Xcn.read("3750999997/1^AUTOMATE^M1^^^^^^&1.2.250.1.71.4.2.1&ISO^U^^^RI"))
        .isEqualTo(new Xcn("3750999997/1", "AUTOMATE", "M1", "1.2.250.1.71.4.2.1", "U", "RI"));
    assertThat(
            Xcn.read("275039999901191^TESTEUR^ALMA^^^^^^&1.2.250.1.213.1.4.10&ISO^D^^^NH").idType())
        .isEqualTo("NH");
  }

  @Test
  void writeAStructureAsTheSheetShows() {
    String text = "CABINET FICTIF^^^^^&1.2.250.1.71.4.2.2&ISO^IDNST^^^499900099997001";

    assertThat(Xon.structure("CABINET FICTIF", "499900099997001").text()).isEqualTo(text);
    assertThat(Xon.read(text)).isEqualTo(Xon.structure("CABINET FICTIF", "499900099997001"));
  }

  @Test
  void writeAnInsAsTheSheetShowsAndReadItWithADateBehind() {
    String text = "275039999901191^^^&1.2.250.1.213.1.4.10&ISO^NH";
    Cx ins = Cx.ins("275039999901191", "1.2.250.1.213.1.4.10");

    assertThat(ins.text()).isEqualTo(text);
    assertThat(Cx.read(text)).isEqualTo(ins);
    assertThat(Cx.read(text + "^^20200101")).isEqualTo(ins);
  }

  @Test
  void areNotCutIntoPiecesWithoutEnd() {
    assertThat(Composite.of("^".repeat(100_000)).components()).hasSizeLessThan(100);
    assertThat(Composite.of("&".repeat(100_000)).part(1, 3)).isEmpty();
  }

  @Test
  void surviveAnythingElse() {
    assertThat(Xcn.read("").id()).isEmpty();
    assertThat(Xon.read("^^^^").id()).isEmpty();
    assertThat(Cx.read("1^^^1.2.3^NH").authority()).isEmpty();
  }
}
