using System.Collections;
using System.Globalization;

namespace Personio.Lifecycle;

/// <summary>
/// Turns any objects into rows. A function returns the value of a column by its name, or null if the object lacks it.
/// </summary>
public static class RowReader
{
    /// <summary>Reads a person.</summary>
    /// <exception cref="LifecycleException">A column contains something other than a day, or several values
    /// (<c>InvalidRow</c>).</exception>
    public static PersonRow ReadPerson(
        Func<string, object?> read,
        PersonColumns? columns = null,
        IReadOnlyDictionary<string, object?>? properties = null,
        IReadOnlyList<EmploymentRow>? employments = null,
        object? source = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        columns ??= new PersonColumns();
        string? id = ValueText.Plain(Single(read(columns.PersonId), columns.PersonId, "a person"));
        object? Value(string column) => Single(read(column), column, $"person {id}");
        DateOnly? Day(string column) => DayText.Read(Value(column), column, $"person {id}");
        string? Text(string? column) => column is null ? null : ValueText.Plain(Value(column));
        return new PersonRow
        {
            PersonId = id,
            SecondKey = Text(columns.SecondKey),
            FirstName = Text(columns.FirstName),
            LastName = Text(columns.LastName),
            PreferredName = Text(columns.PreferredName),
            DisplayName = Text(columns.DisplayName),
            Email = Text(columns.Email),
            Status = Text(columns.Status),
            EmploymentStatus = Text(columns.EmploymentStatus),
            EmploymentType = Text(columns.EmploymentType),
            StartDate = Day(columns.StartDate),
            LastDay = Day(columns.LastDay),
            TerminationDate = Day(columns.TerminationDate),
            EmploymentEndDate = Day(columns.EmploymentEndDate),
            LastWorkingDay = Day(columns.LastWorkingDay),
            ContractEndDate = Day(columns.ContractEndDate),
            SupervisorId = Text(columns.SupervisorId),
            Employments = employments ?? [],
            Properties = properties ?? new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase),
            Source = source,
        };
    }

    /// <summary>Reads an account with the values of mapped attributes.</summary>
    /// <exception cref="LifecycleException">A column contains something that cannot be interpreted
    /// (<c>InvalidRow</c>).</exception>
    public static AccountRow ReadAccount(
        Func<string, object?> read, AccountColumns columns, IEnumerable<string> attributes, object? source = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(attributes);
        string? id = ValueText.Plain(Single(read(columns.AccountId), columns.AccountId, "an account"));
        object? Value(string? column) => column is null ? null : Single(read(column), column, $"account {id}");
        var values = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (string attribute in attributes)
        {
            values[attribute] = read(columns.Attributes.GetValueOrDefault(attribute, attribute));
        }

        return new AccountRow
        {
            AccountId = id,
            Key = ValueText.Plain(Value(columns.Key)),
            SecondKey = ValueText.Plain(Value(columns.SecondKey)),
            UserName = ValueText.Plain(Value(columns.UserName)),
            Email = ValueText.Plain(Value(columns.Email)),
            Aliases = [.. Texts(columns.Aliases is { } aliases ? read(aliases) : null)],
            DisplayName = ValueText.Plain(Value(columns.DisplayName)),
            Enabled = FlagText.Read(Value(columns.Enabled), columns.Enabled, $"account {id}"),
            IsAdmin = FlagText.Read(Value(columns.IsAdmin), columns.IsAdmin ?? "", $"account {id}"),
            LastSignIn = DayText.ReadInstant(Value(columns.LastSignIn)),
            UpdatedAt = DayText.ReadInstant(Value(columns.UpdatedAt)),
            Attributes = values,
            Source = source,
        };
    }

    // LDAP searches wrap every value in a list. Its type name must not become a key: that would create a second
    // account.
    private static object? Single(object? value, string column, string row)
    {
        if (value is null or string or IDictionary || value is not IEnumerable sequence)
        {
            return value;
        }

        object?[] items = [.. sequence.Cast<object?>().Where(item => ValueText.Plain(item) is not null)];
        return items.Length switch
        {
            0 => null,
            1 => items[0],
            _ => throw new LifecycleException(
                LifecycleErrors.InvalidRow,
                string.Create(CultureInfo.InvariantCulture,
                    $"Column '{column}' of {row} has {items.Length} values. Pass rows with one value in it.")),
        };
    }

    private static IEnumerable<string> Texts(object? value) => value switch
    {
        null => [],
        string text => text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        IEnumerable items => items.Cast<object?>().Select(ValueText.Plain).OfType<string>(),
        _ => [value.ToString() ?? ""],
    };
}
