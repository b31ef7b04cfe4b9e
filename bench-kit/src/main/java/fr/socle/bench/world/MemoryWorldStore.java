package fr.socle.bench.world;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of a space, in memory. */
public final class MemoryWorldStore implements WorldStore {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicLong sequence;
  private final NavigableMap<String, Patient> patients = new TreeMap<>();
  private final NavigableMap<String, Professional> professionals = new TreeMap<>();
  private final Map<String, Set<String>> idsByTraits = new HashMap<>();
  private final Map<String, String> idByActiveMatricule = new HashMap<>();
  private final Map<String, Set<String>> idsByFormerMatricule = new HashMap<>();

  /** An empty world. */
  public MemoryWorldStore() {
    this(0);
  }

  /** An empty world whose sequence numbers go on where a former one stopped. */
  public MemoryWorldStore(long upcomingSequence) {
    this.sequence = new AtomicLong(upcomingSequence);
  }

  @Override
  public void addPatients(Collection<Patient> added) {
    writing(
        () -> {
          Set<String> ids = new HashSet<>();
          Set<String> matricules = new HashSet<>();
          for (Patient patient : added) {
            if (patients.containsKey(patient.id()) || !ids.add(patient.id())) {
              throw new IllegalArgumentException(
                  "Le patient " + patient.id() + " existe déjà dans cet espace.");
            }
            activeMatricule(patient)
                .filter(
                    number -> idByActiveMatricule.containsKey(number) || !matricules.add(number))
                .ifPresent(number -> refuseTaken(number, patient));
          }
          added.forEach(this::index);
        });
  }

  @Override
  public void updatePatient(Patient patient) {
    writing(
        () -> {
          Patient former = patients.get(patient.id());
          if (former == null) {
            throw new IllegalArgumentException(
                "Aucun patient " + patient.id() + " dans cet espace.");
          }
          activeMatricule(patient)
              .filter(
                  number ->
                      !patient.id().equals(idByActiveMatricule.getOrDefault(number, patient.id())))
              .ifPresent(number -> refuseTaken(number, patient));
          unindex(former);
          index(patient);
        });
  }

  @Override
  public Optional<Patient> patient(String id) {
    return reading(() -> Optional.ofNullable(patients.get(id)));
  }

  @Override
  public Optional<Patient> patientByMatricule(String number) {
    return reading(
        () ->
            Stream.concat(
                    Stream.ofNullable(idByActiveMatricule.get(number)),
                    idsByFormerMatricule.getOrDefault(number, Set.of()).stream())
                .flatMap(id -> Stream.ofNullable(patients.get(id)))
                .findFirst());
  }

  @Override
  public List<Patient> find(TraitQuery query, int limit) {
    return reading(
        () ->
            idsByTraits.getOrDefault(query.indexKey(), Set.of()).stream()
                .flatMap(id -> Stream.ofNullable(patients.get(id)))
                .limit(limit)
                .toList());
  }

  @Override
  public List<Patient> patients(@Nullable String afterId, int limit) {
    return reading(() -> page(patients, afterId, limit));
  }

  @Override
  public long patientCount() {
    return reading(() -> (long) patients.size());
  }

  @Override
  public void addProfessional(Professional professional) {
    writing(
        () -> {
          String id = professional.nationalId().value();
          if (professionals.containsKey(id)) {
            throw new IllegalArgumentException(
                "Le professionnel " + id + " existe déjà dans cet espace.");
          }
          professionals.put(id, professional);
        });
  }

  @Override
  public void updateProfessional(Professional professional) {
    writing(
        () -> {
          String id = professional.nationalId().value();
          if (!professionals.containsKey(id)) {
            throw new IllegalArgumentException("Aucun professionnel " + id + " dans cet espace.");
          }
          professionals.put(id, professional);
        });
  }

  @Override
  public Optional<Professional> professional(String nationalId) {
    return reading(() -> Optional.ofNullable(professionals.get(nationalId)));
  }

  @Override
  public List<Professional> professionals(@Nullable String afterId, int limit) {
    return reading(() -> page(professionals, afterId, limit));
  }

  @Override
  public long nextSequence() {
    return sequence.getAndIncrement();
  }

  @Override
  public long upcomingSequence() {
    return sequence.get();
  }

  @Override
  public void clear() {
    writing(
        () -> {
          patients.clear();
          professionals.clear();
          idsByTraits.clear();
          idByActiveMatricule.clear();
          idsByFormerMatricule.clear();
        });
  }

  private void index(Patient patient) {
    patients.put(patient.id(), patient);
    for (String key : traitKeys(patient)) {
      idsByTraits.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(patient.id());
    }
    activeMatricule(patient).ifPresent(number -> idByActiveMatricule.put(number, patient.id()));
    for (InsPeriod period : patient.history()) {
      idsByFormerMatricule
          .computeIfAbsent(period.ins().matricule().number(), k -> new LinkedHashSet<>())
          .add(patient.id());
    }
  }

  private void unindex(Patient patient) {
    for (String key : traitKeys(patient)) {
      idsByTraits.getOrDefault(key, new HashSet<>()).remove(patient.id());
    }
    activeMatricule(patient).ifPresent(idByActiveMatricule::remove);
    for (InsPeriod period : patient.history()) {
      idsByFormerMatricule
          .getOrDefault(period.ins().matricule().number(), new HashSet<>())
          .remove(patient.id());
    }
  }

  /** The keys a patient is found by: those of her document and of her entry at INSi. */
  static Set<String> traitKeys(Patient patient) {
    Set<String> keys = new LinkedHashSet<>();
    keys.add(TraitQuery.of(patient.traits()).indexKey());
    InsiEntry entry = patient.insi();
    if (entry != null) {
      keys.add(TraitQuery.of(entry.registered()).indexKey());
    }
    return keys;
  }

  /** The matricule a patient bears now, for herself or for INSi. */
  static Optional<String> activeMatricule(Patient patient) {
    Ins ins = patient.ins();
    if (ins != null) {
      return Optional.of(ins.matricule().number());
    }
    InsiEntry entry = patient.insi();
    InsiAnswer answer = entry == null ? null : entry.answer();
    return answer == null ? Optional.empty() : Optional.of(answer.active().number());
  }

  private static void refuseTaken(String number, Patient patient) {
    throw new IllegalArgumentException(
        "Le matricule "
            + number
            + " du patient "
            + patient.id()
            + " est déjà porté dans cet espace.");
  }

  private static <T> List<T> page(
      NavigableMap<String, T> all, @Nullable String afterId, int limit) {
    Map<String, T> rest = afterId == null ? all : all.tailMap(afterId, false);
    return rest.values().stream().limit(limit).toList();
  }

  private <T> T reading(Supplier<T> read) {
    lock.readLock().lock();
    try {
      return read.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private void writing(Runnable write) {
    lock.writeLock().lock();
    try {
      write.run();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
