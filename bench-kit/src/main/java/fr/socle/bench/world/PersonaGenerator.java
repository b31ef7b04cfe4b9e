package fr.socle.bench.world;

import fr.socle.bench.world.BirthSlots.BirthSlot;
import fr.socle.bench.world.BirthSlots.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a fresh copy of a persona: same story, other names and other numbers. */
final class PersonaGenerator {
  // The population has the order numbers below (see Population).
  private static final int FIRST_ORDER = 601;
  private static final int ORDERS_PER_ROLE = 5;

  private final long seed;
  private final InsOidPolicy oids;
  private final FictitiousNames names;

  PersonaGenerator(long seed, InsOidPolicy oids) {
    this.seed = seed;
    this.oids = oids;
    this.names = new FictitiousNames(seed);
  }

  PersonaCast cast(PersonaRequest request) {
    Draft draft = draft(request);
    return switch (request.persona()) {
      case TWO_CANDIDATES -> twoCandidates(draft);
      case TWINS -> twins(draft);
      case HOMONYM -> homonyms(draft);
      default -> new PersonaCast(alone(request.persona(), draft), List.of());
    };
  }

  private Draft draft(PersonaRequest request) {
    PatientPersona persona = request.persona();
    Random random = new Random(Mixing.mix(seed, request.sequence(), 100 + persona.rank()));
    BirthSlot slot = slots(persona).at(request.sequence());
    Sex sex = persona.woman() || random.nextBoolean() ? Sex.F : Sex.M;
    // A sequence serves once in a space: personas past the first ones share their numbers.
    long index = request.sequence() * PatientPersona.NAMES + persona.rank() % PatientPersona.NAMES;
    String name = names.uniqueFamilyName(index);
    int count = persona == PatientPersona.ORDINARY ? 1 + random.nextInt(3) : 3;
    return new Draft(
        persona,
        persona.personaName() + "-" + request.sequence(),
        name,
        names.firstNames(sex, count, random),
        sex,
        slot,
        random);
  }

  private BirthSlots slots(PatientPersona persona) {
    List<String> places =
        switch (persona) {
          case AJACCIO -> List.of(BirthPlaces.AJACCIO);
          case CORSICA -> BirthPlaces.HAUTE_CORSE;
          case BORN_ABROAD -> BirthPlaces.ABROAD;
          default -> BirthPlaces.FRANCE;
        };
    List<Integer> months =
        persona == PatientPersona.LUNAR_DATE ? LunarDates.MONTHS : BirthSlots.ALL_MONTHS;
    return new BirthSlots(
        seed,
        FIRST_ORDER + persona.rank() * ORDERS_PER_ROLE * Role.COUNT,
        ORDERS_PER_ROLE,
        months,
        places,
        persona == PatientPersona.MINOR ? BirthSlots.CHILDHOOD : BirthSlots.LIFETIMES);
  }

  private Patient alone(PatientPersona persona, Draft draft) {
    StrictTraits traits = traits(persona, draft);
    Ins ins =
        new Ins(
            draft.slot().matricule(draft.sex(), Role.SUBJECT),
            persona == PatientPersona.NIA ? InsOid.NIA : oids.oid());
    Patient patient = Patient.known(draft.id(), persona.personaName(), traits, ins);
    InsiAnswer answer = InsiAnswer.of(ins, List.of(), traits);
    return switch (persona) {
      case UNKNOWN -> patient.withoutIns();
      case SECOND_FIRST_NAME -> underSecondFirstName(patient, ins);
      case HISTORY -> patient.withHistory(ins, history(draft));
      case DATE_00 ->
          patient.withInsi(
              InsiEntry.answering(traits, answer.withBirthDate(draft.slot().year() + "-00-00")));
      case EMPTY_TRAITS ->
          patient.withInsi(InsiEntry.answering(traits, answer.withFirstNames(null, null)));
      case EMPTY_NAME -> patient.withInsi(InsiEntry.answering(traits, answer.withBirthName(null)));
      case EMPTY_SEX -> patient.withInsi(InsiEntry.answering(traits, answer.withSex(null)));
      default -> patient;
    };
  }

  private StrictTraits traits(PatientPersona persona, Draft draft) {
    String name = draft.name();
    List<String> firstNames = new ArrayList<>(draft.firstNames());
    String date = date(draft.slot(), draft.random());
    switch (persona) {
      case COMPOSED_NAME -> {
        name = name + "-DE LA " + names.familyName(draft.random());
        firstNames.set(0, (draft.sex() == Sex.F ? "MARIE-" : "JEAN-") + firstNames.get(0));
      }
      case APOSTROPHE -> name = "D'" + name + " DE L'" + names.familyName(draft.random());
      case LUNAR_DATE -> date = LunarDates.in(draft.slot().year(), draft.slot().month());
      // Month and day unknown: 31 December of the year, insi.md 5.4 (S:6, EXI ID 11).
      case DATE_00 -> date = draft.slot().year() + "-12-31";
      default -> {}
    }
    return new StrictTraits(name, firstNames, draft.sex(), date, draft.slot().place());
  }

  /** The document says A B C; INSi knows B C, and finds nothing for A. */
  private static Patient underSecondFirstName(Patient patient, Ins ins) {
    List<String> onDocument = patient.traits().birthFirstNames();
    StrictTraits registered =
        patient.traits().withFirstNames(onDocument.subList(1, onDocument.size()));
    return patient.withInsi(
        InsiEntry.answering(registered, InsiAnswer.of(ins, List.of(), registered)));
  }

  private List<InsPeriod> history(Draft draft) {
    int born = draft.slot().year();
    Matricule former = draft.slot().matricule(draft.sex().other(), Role.FORMER);
    Matricule earlier = draft.slot().matricule(draft.sex(), Role.EARLIER);
    return List.of(
        new InsPeriod(
            new Ins(former, oids.oid()),
            LocalDate.of(born + 5, 1, 1),
            LocalDate.of(born + 9, 12, 31)),
        new InsPeriod(
            new Ins(earlier, oids.oid()),
            LocalDate.of(born + 1, 1, 1),
            LocalDate.of(born + 4, 12, 31)));
  }

  private PersonaCast twoCandidates(Draft draft) {
    return pair(
        draft,
        new StrictTraits(
            draft.name(),
            draft.firstNames(),
            draft.sex(),
            date(draft.slot(), draft.random()),
            draft.slot().elsewhere().place()),
        draft.slot().elsewhere(),
        Relation.HOMONYM);
  }

  private PersonaCast homonyms(Draft draft) {
    List<String> others = new ArrayList<>(draft.firstNames());
    others.set(1, others.get(2));
    others.set(2, draft.firstNames().get(1));
    return pair(
        draft,
        new StrictTraits(
            draft.name(),
            others,
            draft.sex(),
            date(draft.slot(), draft.random()),
            draft.slot().elsewhere().place()),
        draft.slot().elsewhere(),
        Relation.HOMONYM);
  }

  private PersonaCast twins(Draft draft) {
    Sex sex = draft.random().nextBoolean() ? draft.sex() : draft.sex().other();
    List<String> firstNames =
        sex == draft.sex()
            ? List.of(draft.firstNames().get(2), draft.firstNames().get(1))
            : names.firstNames(sex, 2, draft.random());
    return pair(
        draft,
        new StrictTraits(
            draft.name(),
            firstNames,
            sex,
            date(draft.slot(), draft.random()),
            draft.slot().place()),
        draft.slot(),
        Relation.TWIN);
  }

  private PersonaCast pair(Draft draft, StrictTraits other, BirthSlot slot, Relation relation) {
    String companionId = draft.id() + "-b";
    StrictTraits own =
        new StrictTraits(
            draft.name(), draft.firstNames(), draft.sex(), other.birthDate(), draft.slot().place());
    Patient subject =
        Patient.known(
            draft.id(),
            draft.persona().personaName(),
            own,
            new Ins(draft.slot().matricule(own.sex(), Role.SUBJECT), oids.oid()));
    Patient companion =
        Patient.known(
            companionId,
            null,
            other,
            new Ins(slot.matricule(other.sex(), Role.COMPANION), oids.oid()));
    return relation == Relation.TWIN
        ? new PersonaCast(subject.withTwin(companionId), List.of(companion.withTwin(draft.id())))
        : new PersonaCast(
            subject.withHomonym(companionId), List.of(companion.withHomonym(draft.id())));
  }

  private static String date(BirthSlot slot, Random random) {
    return Digits.date(slot.year(), slot.month(), 1 + random.nextInt(28));
  }

  /** What ties two people. */
  private enum Relation {
    TWIN,
    HOMONYM
  }

  /** What all personas begin with. */
  private record Draft(
      PatientPersona persona,
      String id,
      String name,
      List<String> firstNames,
      Sex sex,
      BirthSlot slot,
      Random random) {}
}
