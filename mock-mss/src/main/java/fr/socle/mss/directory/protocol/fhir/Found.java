package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.model.api.ResourceMetadataKeyEnum;
import ca.uhn.fhir.model.primitive.InstantDt;
import ca.uhn.fhir.model.valueset.BundleEntrySearchModeEnum;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/** What a search found: pages of matches, each with the resources that go with them. */
final class Found implements IBundleProvider {
  private final List<? extends Resource> matches;
  private final Resources all;
  private final Set<Include> forward;
  private final Set<Include> reverse;
  private final String id = UUID.randomUUID().toString();
  private final InstantDt published = InstantDt.withCurrentTime();

  Found(
      List<? extends Resource> matches,
      Resources all,
      @Nullable Set<Include> forward,
      @Nullable Set<Include> reverse) {
    this.matches = List.copyOf(matches);
    this.all = all;
    this.forward = forward == null ? Set.of() : Set.copyOf(forward);
    this.reverse = reverse == null ? Set.of() : Set.copyOf(reverse);
  }

  @Override
  public List<IBaseResource> getResources(int from, int to) {
    int end = Math.min(to, matches.size());
    List<IBaseResource> page = new ArrayList<>();
    Set<String> there = new HashSet<>();
    List<? extends Resource> here = matches.subList(Math.min(from, end), end);
    for (Resource each : here) {
      ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(each, BundleEntrySearchModeEnum.MATCH);
      there.add(name(each));
      page.add(each);
    }
    for (Resource each : companions(here)) {
      if (there.add(name(each))) {
        ResourceMetadataKeyEnum.ENTRY_SEARCH_MODE.put(each, BundleEntrySearchModeEnum.INCLUDE);
        page.add(each);
      }
    }
    return page;
  }

  private List<Resource> companions(List<? extends Resource> here) {
    List<Resource> companions = new ArrayList<>();
    Set<String> wanted = new HashSet<>();
    for (Resource each : here) {
      forwardReferences(each).forEach(wanted::add);
    }
    if (!wanted.isEmpty()) {
      Stream.concat(all.practitioners().stream(), all.organizations().stream())
          .filter(each -> wanted.contains(name(each)))
          .forEach(companions::add);
    }
    Set<String> names = new HashSet<>();
    here.forEach(each -> names.add(name(each)));
    if (asked(reverse, "PractitionerRole:practitioner")) {
      all.roles().stream()
          .filter(each -> names.contains(each.getPractitioner().getReference()))
          .forEach(companions::add);
    }
    if (asked(reverse, "PractitionerRole:organization")) {
      all.roles().stream()
          .filter(each -> names.contains(each.getOrganization().getReference()))
          .forEach(companions::add);
    }
    if (asked(reverse, "Device:organization")) {
      all.devices().stream()
          .filter(each -> names.contains(organizationOf(each)))
          .forEach(companions::add);
    }
    if (asked(reverse, "HealthcareService:organization")) {
      all.services().stream()
          .filter(each -> names.contains(organizationOf(each)))
          .forEach(companions::add);
    }
    return companions;
  }

  private Stream<String> forwardReferences(Resource resource) {
    List<String> names = new ArrayList<>();
    if (resource instanceof PractitionerRole role) {
      if (asked(forward, "PractitionerRole:practitioner")) {
        names.add(role.getPractitioner().getReference());
      }
      if (asked(forward, "PractitionerRole:organization")) {
        names.add(role.getOrganization().getReference());
      }
    } else if (resource instanceof Organization organization
        && organization.hasPartOf()
        && asked(forward, "Organization:partof")) {
      names.add(organization.getPartOf().getReference());
    } else if (asked(forward, "*")) {
      names.add(organizationOf(resource));
    }
    return names.stream();
  }

  private static String organizationOf(Resource resource) {
    if (resource instanceof Device device) {
      return device.getOwner().getReference();
    }
    return resource instanceof HealthcareService service
        ? service.getProvidedBy().getReference()
        : "";
  }

  private static boolean asked(Set<Include> asked, String path) {
    return asked.stream().anyMatch(each -> each.getValue().equals("*") || is(each, path));
  }

  private static boolean is(Include include, String path) {
    String own = include.getParamType() + ":" + include.getParamName();
    return own.equals(path) || include.getValue().equals(path);
  }

  private static String name(Resource resource) {
    return resource.fhirType() + "/" + resource.getIdElement().getIdPart();
  }

  @Override
  public IPrimitiveType<Date> getPublished() {
    return published;
  }

  @Override
  public String getUuid() {
    return id;
  }

  @Override
  public @Nullable Integer preferredPageSize() {
    return null;
  }

  @Override
  public Integer size() {
    return matches.size();
  }
}
