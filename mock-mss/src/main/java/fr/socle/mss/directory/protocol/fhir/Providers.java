package fr.socle.mss.directory.protocol.fhir;

import ca.uhn.fhir.model.api.Include;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.IncludeParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceAndListParam;
import ca.uhn.fhir.rest.param.StringAndListParam;
import ca.uhn.fhir.rest.param.TokenAndListParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.HealthcareService;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.PractitionerRole;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** The resources of the directory and how they are searched: mssante.md 3.2 (S). */
final class Providers {
  private Providers() {}

  /** The directory as a request sees it. */
  interface View extends Function<RequestDetails, Resources> {}

  static List<IResourceProvider> all(View view) {
    return List.of(
        new Practitioners(view),
        new Roles(view),
        new Organizations(view),
        new Services(view),
        new Devices(view));
  }

  private static <T extends Resource> T read(List<T> all, IdType id) {
    return all.stream()
        .filter(each -> each.getIdElement().getIdPart().equals(id.getIdPart()))
        .findFirst()
        .orElseThrow(() -> new ResourceNotFoundException(id));
  }

  /** What every search can be asked. */
  private record Common(@Nullable TokenAndListParam id, @Nullable DateRangeParam updated) {
    boolean suits(Resource resource) {
      return Matching.token(id, resource.getIdElement().getIdPart())
          && Matching.dates(updated, resource.getMeta().getLastUpdated());
    }
  }

  /** Practitioners. */
  record Practitioners(View view) implements IResourceProvider {
    @Override
    public Class<Practitioner> getResourceType() {
      return Practitioner.class;
    }

    /** Reads one. */
    @Read
    public Practitioner read(@IdParam IdType id, RequestDetails request) {
      return Providers.read(view.apply(request).practitioners(), id);
    }

    /** Searches. */
    @Search
    public IBundleProvider search(
        RequestDetails request,
        @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
        @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
        @OptionalParam(name = "active") @Nullable TokenAndListParam active,
        @OptionalParam(name = "data-information-system") @Nullable TokenAndListParam origin,
        @OptionalParam(name = "family") @Nullable StringAndListParam family,
        @OptionalParam(name = "given") @Nullable StringAndListParam given,
        @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
        @OptionalParam(name = "identifier-type") @Nullable TokenAndListParam identifierType,
        @OptionalParam(name = "mailbox-mss") @Nullable StringAndListParam mailbox,
        @OptionalParam(name = "mailbox-mss-type") @Nullable TokenAndListParam mailboxType,
        @OptionalParam(name = "name") @Nullable StringAndListParam name,
        @OptionalParam(name = "number-smartcard") @Nullable StringAndListParam card,
        @OptionalParam(name = "qualification-code") @Nullable TokenAndListParam qualification,
        @IncludeParam(allow = "*") @Nullable Set<Include> includes,
        @IncludeParam(
                reverse = true,
                allow = {"*", "PractitionerRole:practitioner"})
            @Nullable Set<Include> reverse) {
      Common common = new Common(id, updated);
      Resources all = view.apply(request);
      List<Practitioner> matches =
          all.practitioners().stream()
              .filter(common::suits)
              .filter(each -> Matching.token(active, String.valueOf(each.getActive())))
              .filter(each -> Matching.tokens(origin, Values.trace(each, "systeme-information")))
              .filter(
                  each ->
                      Matching.strings(family, List.of(each.getNameFirstRep().getFamily()))
                          && Matching.strings(
                              given, Values.texts(each.getNameFirstRep().getGiven()))
                          && Matching.strings(name, Values.names(each.getName())))
              .filter(
                  each ->
                      Matching.tokens(identifier, Values.identifiers(each.getIdentifier()))
                          && Matching.tokens(
                              identifierType, Values.identifierTypes(each.getIdentifier())))
              .filter(
                  each ->
                      Matching.strings(mailbox, Values.mailboxes(each.getTelecom()))
                          && Matching.tokens(mailboxType, Values.mailboxKinds(each.getTelecom())))
              // The world has no cards.
              .filter(each -> Matching.strings(card, List.of()))
              .filter(
                  each ->
                      Matching.tokens(
                          qualification,
                          Values.codings(
                              each.getQualification().stream().map(one -> one.getCode()))))
              .toList();
      return new Found(matches, all, includes, reverse);
    }
  }

  /** Activities of practitioners. */
  record Roles(View view) implements IResourceProvider {
    @Override
    public Class<PractitionerRole> getResourceType() {
      return PractitionerRole.class;
    }

    /** Reads one. */
    @Read
    public PractitionerRole read(@IdParam IdType id, RequestDetails request) {
      return Providers.read(view.apply(request).roles(), id);
    }

    /** Searches. */
    @Search
    public IBundleProvider search(
        RequestDetails request,
        @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
        @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
        @OptionalParam(name = "active") @Nullable TokenAndListParam active,
        @OptionalParam(name = "data-information-system") @Nullable TokenAndListParam origin,
        @OptionalParam(name = "data-registration-authority") @Nullable TokenAndListParam authority,
        @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
        @OptionalParam(name = "mailbox-mss") @Nullable StringAndListParam mailbox,
        @OptionalParam(name = "mailbox-mss-type") @Nullable TokenAndListParam mailboxType,
        @OptionalParam(name = "organization") @Nullable ReferenceAndListParam organization,
        @OptionalParam(name = "practitioner") @Nullable ReferenceAndListParam practitioner,
        @OptionalParam(name = "role") @Nullable TokenAndListParam role,
        @IncludeParam(
                allow = {"*", "PractitionerRole:practitioner", "PractitionerRole:organization"})
            @Nullable Set<Include> includes) {
      Common common = new Common(id, updated);
      Resources all = view.apply(request);
      List<PractitionerRole> matches =
          all.roles().stream()
              .filter(common::suits)
              .filter(each -> Matching.token(active, String.valueOf(each.getActive())))
              .filter(
                  each ->
                      Matching.tokens(origin, Values.trace(each, "systeme-information"))
                          && Matching.tokens(
                              authority, Values.trace(each, "autorite-enregistrement")))
              .filter(each -> Matching.tokens(identifier, Values.identifiers(each.getIdentifier())))
              .filter(
                  each ->
                      Matching.strings(mailbox, Values.mailboxes(each.getTelecom()))
                          && Matching.tokens(mailboxType, Values.mailboxKinds(each.getTelecom())))
              .filter(
                  each ->
                      Matching.references(
                              organization,
                              each.getOrganization().getReferenceElement().getIdPart())
                          && Matching.references(
                              practitioner,
                              each.getPractitioner().getReferenceElement().getIdPart()))
              .filter(each -> Matching.tokens(role, Values.codings(each.getCode().stream())))
              .toList();
      return new Found(matches, all, includes, null);
    }
  }

  /** Structures. */
  record Organizations(View view) implements IResourceProvider {
    @Override
    public Class<Organization> getResourceType() {
      return Organization.class;
    }

    /** Reads one. */
    @Read
    public Organization read(@IdParam IdType id, RequestDetails request) {
      return Providers.read(view.apply(request).organizations(), id);
    }

    /** Searches. */
    @Search
    public IBundleProvider search(
        RequestDetails request,
        @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
        @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
        @OptionalParam(name = "active") @Nullable TokenAndListParam active,
        @OptionalParam(name = "address") @Nullable StringAndListParam address,
        @OptionalParam(name = "address-city") @Nullable StringAndListParam city,
        @OptionalParam(name = "address-postalcode") @Nullable StringAndListParam postcode,
        @OptionalParam(name = "data-information-system") @Nullable TokenAndListParam origin,
        @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
        @OptionalParam(name = "identifier-type") @Nullable TokenAndListParam identifierType,
        @OptionalParam(name = "mailbox-mss") @Nullable StringAndListParam mailbox,
        @OptionalParam(name = "mailbox-mss-type") @Nullable TokenAndListParam mailboxType,
        @OptionalParam(name = "name") @Nullable StringAndListParam name,
        @OptionalParam(name = "partof") @Nullable ReferenceAndListParam partOf,
        @OptionalParam(name = "pharmacy-licence") @Nullable StringAndListParam licence,
        @OptionalParam(name = "type") @Nullable TokenAndListParam type,
        @IncludeParam(allow = {"*", "Organization:partof"}) @Nullable Set<Include> includes,
        @IncludeParam(
                reverse = true,
                allow = {
                  "*",
                  "PractitionerRole:organization",
                  "Device:organization",
                  "HealthcareService:organization"
                })
            @Nullable Set<Include> reverse) {
      Common common = new Common(id, updated);
      Resources all = view.apply(request);
      List<Organization> matches =
          all.organizations().stream()
              .filter(common::suits)
              .filter(each -> Matching.token(active, String.valueOf(each.getActive())))
              .filter(
                  each ->
                      Matching.strings(city, List.of(each.getAddressFirstRep().getCity()))
                          && Matching.strings(
                              postcode, List.of(each.getAddressFirstRep().getPostalCode()))
                          && Matching.strings(address, parts(each)))
              .filter(each -> Matching.tokens(origin, Values.trace(each, "systeme-information")))
              .filter(
                  each ->
                      Matching.tokens(identifier, Values.identifiers(each.getIdentifier()))
                          && Matching.tokens(
                              identifierType, Values.identifierTypes(each.getIdentifier())))
              .filter(
                  each ->
                      Matching.strings(mailbox, Values.mailboxes(each.getTelecom()))
                          && Matching.tokens(mailboxType, Values.mailboxKinds(each.getTelecom())))
              .filter(
                  each ->
                      Matching.strings(
                          name,
                          Stream.concat(
                                  Stream.of(each.getName()), Values.texts(each.getAlias()).stream())
                              .toList()))
              .filter(
                  each ->
                      Matching.references(
                          partOf,
                          each.hasPartOf()
                              ? each.getPartOf().getReferenceElement().getIdPart()
                              : ""))
              .filter(each -> Matching.strings(licence, licences(each)))
              .filter(each -> Matching.tokens(type, Values.codings(each.getType().stream())))
              .toList();
      return new Found(matches, all, includes, reverse);
    }

    private static List<String> parts(Organization organization) {
      return organization.getAddress().stream()
          .flatMap(
              each ->
                  Stream.concat(
                      Values.texts(each.getLine()).stream(),
                      Stream.of(each.getCity(), each.getPostalCode(), each.getCountry())))
          .toList();
    }

    private static List<String> licences(Organization organization) {
      return organization.getExtensionsByUrl(Terms.LICENCE).stream()
          .map(each -> ((StringType) each.getValue()).getValue())
          .toList();
    }
  }

  /** Care activities of establishments. */
  record Services(View view) implements IResourceProvider {
    @Override
    public Class<HealthcareService> getResourceType() {
      return HealthcareService.class;
    }

    /** Reads one. */
    @Read
    public HealthcareService read(@IdParam IdType id, RequestDetails request) {
      return Providers.read(view.apply(request).services(), id);
    }

    /** Searches. */
    @Search
    public IBundleProvider search(
        RequestDetails request,
        @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
        @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
        @OptionalParam(name = "active") @Nullable TokenAndListParam active,
        @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
        @OptionalParam(name = "organization") @Nullable ReferenceAndListParam organization,
        @IncludeParam(allow = "*") @Nullable Set<Include> includes) {
      Common common = new Common(id, updated);
      Resources all = view.apply(request);
      List<HealthcareService> matches =
          all.services().stream()
              .filter(common::suits)
              .filter(each -> Matching.token(active, String.valueOf(each.getActive())))
              .filter(each -> Matching.tokens(identifier, Values.identifiers(each.getIdentifier())))
              .filter(
                  each ->
                      Matching.references(
                          organization, each.getProvidedBy().getReferenceElement().getIdPart()))
              .toList();
      return new Found(matches, all, includes, null);
    }
  }

  /** Heavy equipment of establishments. */
  record Devices(View view) implements IResourceProvider {
    @Override
    public Class<Device> getResourceType() {
      return Device.class;
    }

    /** Reads one. */
    @Read
    public Device read(@IdParam IdType id, RequestDetails request) {
      return Providers.read(view.apply(request).devices(), id);
    }

    /** Searches. */
    @Search
    public IBundleProvider search(
        RequestDetails request,
        @OptionalParam(name = "_id") @Nullable TokenAndListParam id,
        @OptionalParam(name = "_lastUpdated") @Nullable DateRangeParam updated,
        @OptionalParam(name = "identifier") @Nullable TokenAndListParam identifier,
        @OptionalParam(name = "organization") @Nullable ReferenceAndListParam organization,
        @IncludeParam(allow = "*") @Nullable Set<Include> includes) {
      Common common = new Common(id, updated);
      Resources all = view.apply(request);
      List<Device> matches =
          all.devices().stream()
              .filter(common::suits)
              .filter(each -> Matching.tokens(identifier, Values.identifiers(each.getIdentifier())))
              .filter(
                  each ->
                      Matching.references(
                          organization, each.getOwner().getReferenceElement().getIdPart()))
              .toList();
      return new Found(matches, all, includes, null);
    }
  }
}
