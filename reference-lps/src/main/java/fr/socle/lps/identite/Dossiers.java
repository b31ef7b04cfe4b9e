package fr.socle.lps.identite;

import fr.socle.lps.mutant.Defects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The records of the practice. Finding is thread-safe; a record itself is not. */
public final class Dossiers {

  private final Map<String, Dossier> records = new ConcurrentHashMap<>();
  private final Defects defects;

  public Dossiers(Defects defects) {
    this.defects = defects;
  }

  /** Opens a new, provisional record. */
  public Dossier create(Traits traits, Set<IdentityAttribute> attributes) {
    Dossier dossier = new Dossier(UUID.randomUUID().toString(), traits, attributes, defects);
    records.put(dossier.id(), dossier);
    return dossier;
  }

  public Optional<Dossier> find(String id) {
    return Optional.ofNullable(records.get(id));
  }

  /** The record that holds this very INS, from INSi. */
  public Optional<Dossier> bearing(Ins ins) {
    return records.values().stream().filter(record -> ins.equals(record.ins())).findFirst();
  }

  /** The one record of a person with these name, first name, sex and birth date. */
  public Optional<Dossier> of(Traits traits) {
    List<Dossier> same =
        records.values().stream().filter(record -> record.traits().samePerson(traits)).toList();
    return same.size() == 1 ? Optional.of(same.get(0)) : Optional.empty();
  }

  public List<Dossier> all() {
    return List.copyOf(records.values());
  }

  public void forgetAll() {
    records.clear();
  }
}
