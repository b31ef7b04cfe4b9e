package fr.socle.dmp.registry.service;

import fr.socle.documents.xds.RegistryObject;
import fr.socle.documents.xds.RegistryObjectBuilder;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The documents of one space made older, bytes left aside: what a document says stays. */
final class RegistryAgeing {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
  private static final List<String> DATES =
      List.of("creationTime", "serviceStartTime", "serviceStopTime", "submissionTime");
  private static final int PAGE = 500;

  private final Handle handle;
  private final String space;
  private final MetadataCodec codec;
  private final Duration by;

  RegistryAgeing(Handle handle, String space, MetadataCodec codec, Duration by) {
    this.handle = handle;
    this.space = space;
    this.codec = codec;
    this.by = by;
  }

  /** How many objects were made older. */
  int carryOut() {
    return table("dmp.fiche") + table("dmp.lot");
  }

  private int table(String table) {
    int aged = 0;
    String last = "";
    List<Row> page = page(table, last);
    while (!page.isEmpty()) {
      for (Row row : page) {
        handle.execute(
            "update "
                + table
                + " set depose_le = depose_le - ?, metadonnees = ? where space_id = ?"
                + " and uuid = ?",
            by.toMillis(),
            codec.bytes(older(row.metadata())),
            space,
            row.uuid());
        last = row.uuid();
        aged++;
      }
      page = page(table, last);
    }
    return aged;
  }

  private List<Row> page(String table, String after) {
    return handle
        .select(
            "select uuid, metadonnees from "
                + table
                + " where space_id = ? and uuid > ? order by uuid limit ?",
            space,
            after,
            PAGE)
        .map((row, context) -> new Row(row.getString(1), codec.object(row.getBytes(2))))
        .list();
  }

  private RegistryObject older(RegistryObject object) {
    RegistryObjectBuilder builder = RegistryObjectBuilder.of(object);
    for (String slot : DATES) {
      List<String> values = object.values(slot);
      if (!values.isEmpty()) {
        builder.slot(slot, values.stream().map(this::older).toArray(String[]::new));
      }
    }
    return builder.build();
  }

  /** A date that is not one stays what it is. */
  private String older(String date) {
    try {
      return DATE.format(LocalDateTime.parse(date, DATE).minus(by));
    } catch (DateTimeException e) {
      return date;
    }
  }

  private record Row(String uuid, RegistryObject metadata) {}
}
