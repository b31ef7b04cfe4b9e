package fr.socle.lps.dmp.record;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The documents made here, in order. Thread-safe. */
public final class Documents {

  private final Map<String, LocalDocument> documents = new LinkedHashMap<>();

  /** A new document. */
  public LocalDocument add(String dossier, Draft draft, boolean past) {
    return add(dossier, draft, null, past);
  }

  /** A new version of a document. */
  public LocalDocument replace(LocalDocument previous, Draft draft) {
    return add(previous.dossier(), draft, previous, previous.past());
  }

  private synchronized LocalDocument add(
      String dossier, Draft draft, @Nullable LocalDocument previous, boolean past) {
    LocalDocument document =
        new LocalDocument(
            UUID.randomUUID().toString(),
            dossier,
            draft,
            oid(),
            previous == null ? oid() : previous.setId(),
            oid(),
            previous,
            past);
    documents.put(document.id(), document);
    return document;
  }

  /** An OID that nobody else has: that of a UUID (ITU-T X.667). */
  public static String oid() {
    return oid(UUID.randomUUID());
  }

  /** The OID of a UUID. */
  public static String oid(UUID uuid) {
    return "2.25." + new BigInteger(uuid.toString().replace("-", ""), 16);
  }

  /** A document of a record, by its id or its uniqueId. */
  public synchronized Optional<LocalDocument> find(String dossier, String id) {
    return documents.values().stream()
        .filter(document -> document.dossier().equals(dossier))
        .filter(document -> document.id().equals(id) || document.uniqueId().equals(id))
        .findFirst();
  }

  public synchronized List<LocalDocument> of(String dossier) {
    return documents.values().stream()
        .filter(document -> document.dossier().equals(dossier))
        .toList();
  }

  public synchronized List<LocalDocument> all() {
    return new ArrayList<>(documents.values());
  }

  public synchronized void forgetAll() {
    documents.clear();
  }
}
