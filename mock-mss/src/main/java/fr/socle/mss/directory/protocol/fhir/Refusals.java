package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.RequestTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import fr.socle.mss.directory.service.DirectorySettings;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the directory refuses, in the words of the real one where they are known. */
@Interceptor
public final class Refusals {
  private static final String BY_KIND = "mailbox-mss-type";
  private static final Set<String> OF_ALL =
      Set.of(
          "_count",
          "_elements",
          "_format",
          "_include",
          "_pretty",
          "_revinclude",
          "_sort",
          "_summary",
          "_total");
  private static final Set<String> MODIFIERS =
      Set.of("contains", "exact", "missing", "not", "iterate");

  private final boolean refusesMore;
  private final Map<String, Set<String>> known = new HashMap<>();
  private final Map<String, Set<String>> companions = new HashMap<>();

  Refusals(DirectorySettings settings, List<IResourceProvider> providers) {
    this.refusesMore = settings.refusesMore();
    for (IResourceProvider provider : providers) {
      String type = provider.getResourceType().getSimpleName();
      known.put(type, names(provider));
      companions.put(type, includes(provider));
    }
  }

  private static Set<String> includes(IResourceProvider provider) {
    Set<String> allowed = new HashSet<>();
    for (Method method : provider.getClass().getMethods()) {
      for (Parameter parameter : method.getParameters()) {
        IncludeParam include = parameter.getAnnotation(IncludeParam.class);
        if (include != null) {
          for (String each : include.allow()) {
            allowed.add((include.reverse() ? "_revinclude=" : "_include=") + each);
          }
        }
      }
    }
    return allowed;
  }

  private Set<String> names(IResourceProvider provider) {
    Set<String> names = new HashSet<>(OF_ALL);
    for (Method method : provider.getClass().getMethods()) {
      if (method.isAnnotationPresent(Search.class)) {
        for (Parameter parameter : method.getParameters()) {
          OptionalParam named = parameter.getAnnotation(OptionalParam.class);
          if (named != null && !(refusesMore && named.name().equals(BY_KIND))) {
            names.add(named.name());
          }
        }
      }
    }
    return names;
  }

  /** Looks at a request before it is carried out. */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLER_SELECTED)
  public void look(RequestDetails request) {
    RequestTypeEnum method = request.getRequestType();
    String type = request.getResourceName();
    if (method != RequestTypeEnum.GET
        && method != RequestTypeEnum.HEAD
        && method != RequestTypeEnum.OPTIONS
        && method != RequestTypeEnum.POST) {
      throw new ForbiddenOperationException("Method " + method + " is not allowed");
    }
    if (method == RequestTypeEnum.POST && !"_search".equals(request.getOperation())) {
      if (type == null) {
        throw new InvalidRequestException("Batch is not supported");
      }
      throw new ForbiddenOperationException("Method POST is allowed on _search only");
    }
    if (type == null) {
      if (request.getRequestPath().isEmpty() && !request.getParameters().containsKey("_getpages")) {
        throw new InvalidRequestException("Search on all types is not supported");
      }
      return;
    }
    Set<String> names = known.get(type);
    if (names == null || request.getId() != null) {
      return;
    }
    for (String each : request.getParameters().keySet()) {
      String[] parts = each.split(":", 2);
      if (!names.contains(parts[0])) {
        throw new InvalidRequestException("Parameter " + parts[0] + " not found");
      }
      if (parts.length > 1 && !MODIFIERS.contains(parts[1])) {
        throw new InvalidRequestException("Modifier :" + parts[1] + " is not supported");
      }
      if (parts[0].endsWith("include")) {
        requireOffered(type, parts[0], request.getParameters().get(each));
      }
    }
  }

  /** A wildcard among what is offered would have HAPI take anything. */
  private void requireOffered(String type, String parameter, String[] values) {
    for (String value : values) {
      String[] parts = value.split(":", 3);
      String path = parts.length < 2 ? value : parts[0] + ":" + parts[1];
      if (!companions.getOrDefault(type, Set.of()).contains(parameter + "=" + path)) {
        throw new InvalidRequestException(
            "Invalid " + parameter + " parameter value: \"" + value + "\"");
      }
    }
  }
}
