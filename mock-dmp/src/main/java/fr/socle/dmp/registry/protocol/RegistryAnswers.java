package fr.socle.dmp.registry.protocol;

import fr.socle.bench.soap.XmlContent;
import fr.socle.bench.xml.XmlWriter;
import fr.socle.dmp.registry.service.Outcome;
import fr.socle.dmp.registry.service.RegistryError;
import fr.socle.dmp.registry.service.SearchResult;
import fr.socle.documents.xds.EbXml;
import fr.socle.documents.xds.EbXmlWriter;
import fr.socle.documents.xds.RegistryObject;
import java.util.List;

/** Writes answers of registry and repository: dmp.md 1.10, 4.1 (S:MSG, K), 7.6, 7.7. */
final class RegistryAnswers {
  private RegistryAnswers() {}

  /** ITI-41, ITI-57. */
  static XmlContent outcome(Outcome outcome) {
    return outcome(outcome.errors(), outcome.failed() ? Ihe.FAILURE : Ihe.SUCCESS);
  }

  /** A whole {@code RegistryResponse}. */
  static XmlContent outcome(List<RegistryError> errors, String status) {
    return out -> {
      out.start(Ihe.rs("RegistryResponse")).attribute("status", status);
      errors(out, errors);
      out.end();
    };
  }

  /** ITI-18. */
  static XmlContent found(SearchResult result, boolean references) {
    return out -> {
      out.start(Ihe.query("AdhocQueryResponse"))
          .attribute(
              "status",
              result.errors().isEmpty()
                  ? Ihe.SUCCESS
                  // dmp.md 4.1 (K), for queries.
                  : result.objects().isEmpty() ? Ihe.FAILURE : Ihe.PARTIAL_QUERY)
          .attribute("startIndex", "0")
          .attribute("totalResultCount", String.valueOf(result.objects().size()));
      errors(out, result.errors());
      out.start(EbXml.REGISTRY_OBJECT_LIST);
      EbXmlWriter writer = new EbXmlWriter(out);
      for (RegistryObject object : result.objects()) {
        if (references) {
          out.start(Ihe.rim("ObjectRef")).attribute("id", object.id()).end();
        } else {
          writer.object(object);
        }
      }
      out.end().end();
    };
  }

  private static void errors(XmlWriter out, List<RegistryError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    boolean serious = errors.stream().anyMatch(each -> !each.warning());
    out.start(Ihe.rs("RegistryErrorList")).attribute("highestSeverity", severity(!serious));
    for (RegistryError error : errors) {
      out.start(Ihe.rs("RegistryError"))
          .attribute("errorCode", error.code())
          .attribute("codeContext", error.context())
          .attribute("severity", severity(error.warning()));
      if (!error.location().isEmpty()) {
        out.attribute("location", error.location());
      }
      out.end();
    }
    out.end();
  }

  private static String severity(boolean warning) {
    return Ihe.SEVERITY + (warning ? "Warning" : "Error");
  }
}
