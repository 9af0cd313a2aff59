namespace Personio.Lifecycle;

/// <summary>
/// The mappings included in the module. None of them uses private addresses, birth dates, pay, absences or the reason
/// for a termination.
/// </summary>
public static class MapPresets
{
    private const string FamilyCharacters = @"\p{L}\p{M}\p{N}' .\-";
    private const string EmailPattern = @"^[^@\s]+@[^@\s]+\.[^@\s]+$";
    private const int NameLength = 256;
    private const int SamAccountNameLength = 20;

    /// <summary>The mapping for PingOne.</summary>
    public static AttributeMap PingOne { get; } = new()
    {
        Name = "PingOne",
        PopulationAttribute = "population.id",
        Columns = AccountColumns.PingOne,
        Rules =
        [
            new("externalId", Property("PersonId")) { When = WriteWhen.Link, MaxLength = 1024 },
            new("username", AttributeSource.UserName) { When = WriteWhen.Create, IgnoreCase = true, IsIdentity = true,
                MaxLength = 128 },
            Email("email"),
            new("name.given", Property("FirstName")) { IsIdentity = true, MaxLength = NameLength },
            new("name.family", Property("LastName")) { IsIdentity = true, MaxLength = NameLength,
                Allowed = FamilyCharacters },
            new("nickname", AttributeSource.Computed(Nickname, "PreferredName")) { MaxLength = NameLength },
            new("title", Property("Position")) { MaxLength = NameLength },
            new("type", AttributeSource.Computed(TypeOf, "EmploymentType")) { MaxLength = NameLength },
            new("department", Property("DepartmentName")) { IsOptional = true },
        ],
    };

    /// <summary>The mapping for Active Directory.</summary>
    public static AttributeMap ActiveDirectory { get; } = new()
    {
        Name = "ActiveDirectory",
        KeyAttribute = "EmployeeID",
        EnabledAttribute = "Enabled",
        Columns = AccountColumns.ActiveDirectory,
        UserNameLength = SamAccountNameLength,
        Rules =
        [
            new("EmployeeID", Property("PersonId")) { When = WriteWhen.Link, MaxLength = 16 },
            new("SamAccountName", AttributeSource.UserName) { When = WriteWhen.Create, IgnoreCase = true,
                IsIdentity = true },
            Email("mail"),
            new("GivenName", Property("FirstName")) { IsIdentity = true, MaxLength = 64 },
            new("Surname", Property("LastName")) { IsIdentity = true, MaxLength = 64 },
            new("Title", Property("Position")) { MaxLength = 128 },
            new("Department", Property("DepartmentName")) { MaxLength = 64 },
            new("Office", Property("WorkplaceName")) { MaxLength = 128 },
            new("Manager", AttributeSource.Supervisor("DistinguishedName")) { IgnoreCase = true },
        ],
    };

    /// <summary>The mapping for Entra ID. User names are the email addresses.</summary>
    public static AttributeMap EntraId { get; } = new()
    {
        Name = "EntraId",
        KeyAttribute = "EmployeeId",
        EnabledAttribute = "AccountEnabled",
        Columns = AccountColumns.EntraId,
        UserNamePattern = "{email}",
        Rules =
        [
            new("EmployeeId", Property("PersonId")) { When = WriteWhen.Link, MaxLength = 16 },
            new("UserPrincipalName", AttributeSource.UserName) { When = WriteWhen.Create, IgnoreCase = true,
                IsIdentity = true },
            Email("Mail"),
            new("GivenName", Property("FirstName")) { IsIdentity = true, MaxLength = 64 },
            new("Surname", Property("LastName")) { IsIdentity = true, MaxLength = 64 },
            new("DisplayName", AttributeSource.Computed(person => person.Name)) { IsIdentity = true,
                MaxLength = NameLength },
            new("JobTitle", Property("Position")) { MaxLength = 128 },
            new("Department", Property("DepartmentName")) { MaxLength = 64 },
            new("OfficeLocation", Property("WorkplaceName")) { MaxLength = 128 },
        ],
    };

    /// <summary>Finds a preset by its name.</summary>
    /// <exception cref="LifecycleException">No mapping has that name (<c>MappingInvalid</c>).</exception>
    public static AttributeMap Find(string name) => name?.Trim().ToUpperInvariant() switch
    {
        "PINGONE" => PingOne,
        "ACTIVEDIRECTORY" or "AD" => ActiveDirectory,
        "ENTRAID" or "ENTRA" => EntraId,
        _ => throw new LifecycleException(
            LifecycleErrors.MappingInvalid,
            $"There is no mapping named '{name}'. Use PingOne, ActiveDirectory or EntraId, or your own mapping."),
    };

    /// <summary>INTERNAL is an employee, EXTERNAL a contractor; other values are not mapped.</summary>
    internal static string? TypeOf(PersonRow person) => person.EmploymentType?.Trim().ToUpperInvariant() switch
    {
        "INTERNAL" => "Employee",
        "EXTERNAL" => "Contractor",
        _ => null,
    };

    private static AttributeSource Property(string name) => AttributeSource.Property(name);

    private static AttributeRule Email(string target) => new(target, Property("Email"))
    {
        IsEmail = true, IsIdentity = true, IgnoreCase = true, Pattern = EmailPattern,
    };

    private static string? Nickname(PersonRow person) =>
        ValueText.AreEqual(
            ValueText.Canonical(person.PreferredFirstName), ValueText.Canonical(person.FirstName), ignoreCase: false)
                ? null
                : person.PreferredFirstName;
}
