package fr.socle.insi.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The faults of INSi by code, read from {@code fautes-insi.json} so that national codes that become
 * known can replace ours without touching code.
 */
public final class FaultTable {
  private final Map<String, InsiFault> byCode;

  private FaultTable(Map<String, InsiFault> byCode) {
    this.byCode = Map.copyOf(byCode);
  }

  /** The table that comes with Socle. */
  public static FaultTable standard() {
    try (InputStream json = FaultTable.class.getResourceAsStream("fautes-insi.json")) {
      if (json == null) {
        throw new IllegalStateException("no fautes-insi.json");
      }
      return parse(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a table.
   *
   * @param json array of faults
   * @throws IllegalArgumentException if it is no such array, or a code comes twice
   */
  static FaultTable parse(String json) {
    Map<String, InsiFault> faults = new LinkedHashMap<>();
    try {
      for (InsiFault fault : List.of(new ObjectMapper().readValue(json, InsiFault[].class))) {
        if (faults.put(fault.code(), fault) != null) {
          throw new IllegalArgumentException("fault twice in the table: " + fault.code());
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a fault table", e);
    }
    return new FaultTable(faults);
  }

  /** All codes. */
  public Set<String> codes() {
    return byCode.keySet();
  }

  /**
   * A fault of the table.
   *
   * @throws IllegalArgumentException for a code that is not in it
   */
  public InsiFault fault(String code) {
    InsiFault fault = byCode.get(code);
    if (fault == null) {
      throw new IllegalArgumentException("no fault " + code);
    }
    return fault;
  }
}
