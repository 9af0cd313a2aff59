using System.Management.Automation;
using System.Reflection;
using Personio.Parameters;

namespace Personio;

/// <summary>
/// Describes the person parameters of a cmdlet, from its metadata: which parameters take persons, and which the
/// pipeline binds.
/// </summary>
internal sealed class PersonParameters
{
    // Columns that may hold the address of a person; Email counts only if the cmdlet has no pipeline parameter of that
    // name to write.
    private const string Email = "Email";
    private const string PersonEmail = "PersonEmail";

    private readonly PropertyInfo? _identity;
    private readonly PropertyInfo? _input;
    private readonly string[] _columns;

    private PersonParameters(Type type)
    {
        PropertyInfo[] all =
            [.. type.GetProperties().Where(one => one.GetCustomAttributes<ParameterAttribute>().Any())];
        Persons = [.. all.Where(one => one.GetCustomAttribute<PersonTransformationAttribute>() is not null)];
        Piped = [.. all.Where(one => one.GetCustomAttributes<ParameterAttribute>().Any(IsPiped))];
        _identity = Array.Find(Persons, one => one.Name is "PersonId" or "OwnerId");
        _input = Array.Find(
            all, one => one.GetCustomAttributes<ParameterAttribute>().Any(attribute => attribute.ValueFromPipeline));
        _columns = Array.Exists(Piped, one => one.Name == Email) ? [PersonEmail] : [PersonEmail, Email];
    }

    /// <summary>The parameters that take persons.</summary>
    public PropertyInfo[] Persons { get; }

    /// <summary>The parameters that the pipeline can bind.</summary>
    public PropertyInfo[] Piped { get; }

    /// <summary>Reads the metadata of a cmdlet.</summary>
    public static PersonParameters From(Type type) => new(type);

    /// <summary>
    /// Uses the address in a piped row to identify the person if the row has no person ID. The address of another
    /// object of this module, such as a legal entity or an applicant, is not the address of a person.
    /// </summary>
    public void FillFromAddress(ConnectedCmdletBase command)
    {
        if (_identity is null || _input?.GetValue(command) is not PSObject { BaseObject: not string } row)
        {
            return;
        }

        string[] bound = [.. TextsOf(_identity, command)];
        if (PipelineInput.IsOurs(row))
        {
            if (bound is [{ } address] && PersonIds.IsAddress(address)
                && row.Properties[Email]?.Value?.ToString() == address && row.Properties["PersonId"] is null)
            {
                Set(command, null);
            }
        }
        else if (bound.All(string.IsNullOrWhiteSpace)
            && _columns.Select(column => row.Properties[column]?.Value?.ToString())
                .FirstOrDefault(PersonIds.IsAddress) is { } address)
        {
            Set(command, address);
        }
    }

    /// <summary>The email addresses by which an input refers to persons.</summary>
    /// <param name="command">The cmdlet.</param>
    /// <param name="isWanted">Returns true for the parameters to include; null for all, and the piped text.</param>
    public IEnumerable<string> AddressesOf(ConnectedCmdletBase command, Predicate<string>? isWanted = null)
    {
        IEnumerable<string> texts = Persons
            .Where(one => isWanted?.Invoke(one.Name) ?? true)
            .SelectMany(one => TextsOf(one, command));
        if (isWanted is null && _identity is not null
            && PipelineInput.ToId(_input?.GetValue(command) as PSObject) is { } piped)
        {
            texts = texts.Append(piped);
        }

        return texts.Where(PersonIds.IsAddress).Select(text => text.Trim());
    }

    private static IEnumerable<string> TextsOf(PropertyInfo parameter, ConnectedCmdletBase command) =>
        parameter.GetValue(command) switch
        {
            string text => [text],
            string?[] items => items.Select(text => text ?? ""),
            _ => [],
        };

    private static bool IsPiped(ParameterAttribute attribute) =>
        attribute.ValueFromPipeline || attribute.ValueFromPipelineByPropertyName;

    private void Set(ConnectedCmdletBase command, string? address) => _identity!.SetValue(
        command,
        _identity.PropertyType == typeof(string) ? address ?? "" : address is null ? null : new[] { address });
}
