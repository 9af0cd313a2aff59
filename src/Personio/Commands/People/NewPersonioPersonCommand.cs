using System.Collections;
using System.Management.Automation;
using Personio.Client;
using Personio.Completers;
using Personio.Models;
using Personio.Parameters;

namespace Personio.Commands;

/// <summary>Creates a person for each input, an object or a row of a CSV file, optionally with an employment.</summary>
/// <remarks>
/// All values bind by property name. Personio reportedly requires the status, start date and type of an employment: if
/// any part of an employment is specified, all three are required. A row that fails becomes one error whose target is
/// the row.
/// </remarks>
/// <example>
/// <code>Import-Csv new.csv | New-PersonioPerson -EmploymentStatus Onboarding -EmploymentType Internal -WhatIf</code>
/// </example>
[Cmdlet(
    VerbsCommon.New, "PersonioPerson", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium,
    HelpUri = HelpPages.Root + "New-PersonioPerson.md")]
[OutputType(typeof(Person))]
public sealed class NewPersonioPersonCommand : EmploymentWriterCmdletBase
{
    private static readonly string[] s_requiredMembers = ["status", "employment_start_date", "type"];

    private readonly HashSet<string> _planned = new(StringComparer.OrdinalIgnoreCase);
    private WhatIfBatch? _whatIfBatch;

    /// <summary>The first name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string FirstName { get; set; } = "";

    /// <summary>The last name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string LastName { get; set; } = "";

    /// <summary>The work email address, which must be unique.</summary>
    [Parameter(Position = 2, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Email { get; set; }

    /// <summary>The name that the person goes by, usually the full name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? PreferredName { get; set; }

    /// <summary>The gender; the values that persons are returned with are accepted too.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(Gender))]
    public Gender? Gender { get; set; }

    /// <summary>The language of the person: de, en, es, fi, fr, it, nl, sv.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(FixedCompleter<LanguageCodes>))]
    [AllowEmptyString]
    public string? LanguageCode { get; set; }

    /// <summary>
    /// The company's own attributes, by label or id: @{ 'Shirt size' = 'M' }. Get-PersonioAttribute lists the
    /// attributes.
    /// </summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [MapTransformation]
    public IDictionary? CustomAttribute { get; set; }

    /// <summary>The status of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentStatus))]
    public EmploymentStatus? EmploymentStatus { get; set; }

    /// <summary>The type of the employment.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ChoiceTransformation(typeof(EmploymentType))]
    public EmploymentType? EmploymentType { get; set; }

    private CustomAttributeValues Attributes => field ??= new CustomAttributeValues(this);

    /// <inheritdoc/>
    private protected override void ProcessInput()
    {
        string name = $"{FirstName} {LastName}".Trim();
        TryRun(Given.TargetOrId(name), () =>
        {
            ChangeBody body = CreatePersonBody(name);
            string address = body.Members.TryGetValue("email", out object? email) ? $" <{email}>" : "";
            string start = EmploymentStartDate is { } day
                ? $", from {DateText.Day(day)}"
                : "";
            string what = $"{name}{address}{start}";
            if (Confirmation.IsWhatIf(this) && email is string used)
            {
                (_whatIfBatch ??= new WhatIfBatch(this, Persons.Read)).Add(
                    used, Given.TargetOrId(name), null, () => CheckPlanned(what, used));
            }
            else if (Changes.Confirm(what, "Create person", "new person"))
            {
                Create(body);
            }
        });
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        ReleaseInputs();
        _whatIfBatch?.Flush();
        base.EndProcessing();
    }

    // Two persons cannot have the same address.
    private void CheckPlanned(string what, string address)
    {
        string? owner = _planned.Add(address) ? OwnerOf(address) : "an input before it";
        if (owner is not null)
        {
            throw new PersonioException(
                ErrorKind.Conflict, $"{what} would not be created: {owner} has the same email address.");
        }

        _ = Changes.Confirm(what, "Create person", "new person");
    }

    private string? OwnerOf(string address)
    {
        try
        {
            return $"person {Persons.Resolve(address)}";
        }
        catch (PersonioException fault) when (fault.Kind is ErrorKind.NotFound or ErrorKind.AccessDenied)
        {
            return null;
        }
    }

    private ChangeBody CreatePersonBody(string name)
    {
        PersonFields.CheckNames(FirstName, LastName);
        ChangeBody employment = CreateEmploymentBody(name);
        return ChangeBody.ForNew()
            .Add(nameof(Email), "email", PersonFields.CheckAddress(Email))
            .Add(nameof(FirstName), "first_name", FirstName.Trim())
            .Add(nameof(LastName), "last_name", LastName.Trim())
            .Add(nameof(PreferredName), "preferred_name", PreferredName?.Trim())
            .Add(nameof(Gender), "gender", PersonFields.ToWord(Gender))
            .Add(nameof(LanguageCode), "language_code", PersonFields.CheckLanguage(LanguageCode))
            .Add(nameof(CustomAttribute), "custom_attributes", Attributes.ToWire(CustomAttribute))
            .Add("Employment", "employments", employment.IsEmpty ? null : new[] { employment.Members });
    }

    private ChangeBody CreateEmploymentBody(string name)
    {
        ChangeBody body = ChangeBody.ForNew();
        AddEmployment(body, EmploymentStatus, EmploymentType, null);
        return body.IsEmpty
            || s_requiredMembers.FirstOrDefault(member => !body.Members.ContainsKey(member)) is not { } missing
            ? body
            : throw PersonioException.Invalid(
                $"The person '{name}' was not created: an employment requires -EmploymentStatus, "
                + $"-EmploymentStartDate and -EmploymentType, and its {missing} is missing.");
    }

    private void Create(ChangeBody body)
    {
        Person created = Changes.Send(
            $"'{FirstName} {LastName}'",
            "was not created",
            token => Client.CreateAsync<Person>(Endpoints.CreatePerson.For().WithBody(body.Members), token));
        bool isWhole = created.FirstName is not null;
        Changes.WriteCreated(
            isWhole ? created : created with
            {
                FirstName = FirstName.Trim(),
                LastName = LastName.Trim(),
                PreferredName = PreferredName,
                Email = PersonFields.CheckAddress(Email),
            },
            isWhole,
            () => Endpoints.GetPerson.For(created.PersonId ?? ""),
            WriteObject);
    }
}
