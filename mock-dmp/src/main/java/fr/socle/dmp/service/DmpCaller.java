package fr.socle.dmp.service;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls the DMP, as the VIHF and the connection say together.
 *
 * @param mode mode of authentication
 * @param purpose why
 * @param nationalId NameID, empty when unwritten
 * @param displayName subject-id, empty when unwritten
 * @param structure Identifiant_Structure, empty when unwritten
 * @param sector Secteur_Activite, empty when unwritten
 * @param roles profession, then speciality
 * @param card CPS, CPF, CPE or CPA of the connection; null when it is no card
 * @param secret whether it is the secret connection of a minor
 */
public record DmpCaller(
    AuthenticationMode mode,
    Purpose purpose,
    String nationalId,
    String displayName,
    String structure,
    String sector,
    List<CodedValue> roles,
    @Nullable String card,
    boolean secret) {

  /** Code system of health professions, G15. */
  public static final String PROFESSIONS = "1.2.250.1.71.1.2.7";

  private static final String SPECIALITIES = "1.2.250.1.71.4.2.5";

  // dmp.md 2.3 (S:NOS): producers who are no professionals, such as AUTOMATE.
  private static final String NO_PROFESSIONAL = "1.2.250.1.213.1.1.4.6";

  // JDV_J01 names them "Médecine du travail".
  private static final Set<String> OCCUPATIONAL = Set.of("SM25", "C41", "CAPA11");

  /** Copies the list. */
  public DmpCaller {
    roles = List.copyOf(roles);
  }

  /** What somebody is in the rights matrix, the patient left aside. */
  public enum Kind {
    /** Professional who is no doctor. */
    PROFESSIONAL,
    /** Doctor. */
    DOCTOR,
    /** Occupational doctor. */
    OCCUPATIONAL_DOCTOR,
    /** Employee: bearer of a CPE, or a login without profession in AIR. */
    EMPLOYEE,
    /** Structure, in indirect mode. */
    STRUCTURE
  }

  /** What a VIHF says of its caller. */
  public static DmpCaller of(Vihf vihf, @Nullable String card) {
    String name = vihf.nameId();
    return new DmpCaller(
        vihf.mode(card != null),
        vihf.purpose().orElse(Purpose.NORMAL),
        name == null ? "" : name,
        vihf.text(VihfAttribute.SUBJECT_ID).orElse(""),
        vihf.text(VihfAttribute.STRUCTURE).orElse(""),
        vihf.text(VihfAttribute.SECTOR).orElse(""),
        vihf.roles(),
        card,
        vihf.secret());
  }

  /** A professional by his CPS, in normal mode. */
  public static DmpCaller byCard(KnownProfessional one) {
    return byCard(one, "CPS");
  }

  /**
   * Somebody by a card, in normal mode.
   *
   * @param card CPS, CPF, CPE or CPA
   */
  public static DmpCaller byCard(KnownProfessional one, String card) {
    List<CodedValue> roles = new ArrayList<>();
    if (!one.profession().isEmpty()) {
      roles.add(new CodedValue("Role", one.profession(), PROFESSIONS, "", ""));
    }
    if (!one.speciality().isEmpty()) {
      roles.add(new CodedValue("Role", one.speciality(), SPECIALITIES, "", ""));
    }
    return new DmpCaller(
        AuthenticationMode.DIRECTE,
        Purpose.NORMAL,
        one.nationalId(),
        (one.givenName() + " " + one.familyName()).strip(),
        one.structure(),
        one.sector(),
        roles,
        card,
        false);
  }

  /** Code of the profession, empty without one. */
  public String profession() {
    return roles.stream()
        .filter(role -> role.codeSystem().equals(PROFESSIONS))
        .map(CodedValue::code)
        .findFirst()
        .orElse("");
  }

  /** The second role: speciality of a doctor, section of a pharmacist. */
  public @Nullable CodedValue speciality() {
    return roles.size() < 2 ? null : roles.get(1);
  }

  /** What it is in the rights matrix. */
  public Kind kind() {
    if (mode == AuthenticationMode.INDIRECTE) {
      return Kind.STRUCTURE;
    }
    if ("CPE".equals(card)
        || roles.isEmpty()
        || roles.get(0).codeSystem().equals(NO_PROFESSIONAL)) {
      return Kind.EMPLOYEE;
    }
    CodedValue speciality = speciality();
    if (!profession().equals("10")) {
      return Kind.PROFESSIONAL;
    }
    return speciality != null && OCCUPATIONAL.contains(speciality.code())
        ? Kind.OCCUPATIONAL_DOCTOR
        : Kind.DOCTOR;
  }

  /** Whether it is a professional, not an employee or a structure. */
  public boolean bySomebody() {
    return switch (kind()) {
      case PROFESSIONAL, DOCTOR, OCCUPATIONAL_DOCTOR -> true;
      case EMPLOYEE, STRUCTURE -> false;
    };
  }

  /** Whom an authorisation is given to: dmp.md 5.3, condition 1: an employee for the structure. */
  public String holder() {
    return bySomebody() ? nationalId : structure;
  }
}
