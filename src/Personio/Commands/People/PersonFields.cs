using Personio.Completers;

namespace Personio;

/// <summary>The rules for the fields of a person to be created or changed.</summary>
internal static class PersonFields
{
    /// <summary>Rejects a new person without a first or last name.</summary>
    /// <exception cref="PersonioException">A name is empty.</exception>
    public static void CheckNames(string firstName, string lastName)
    {
        string? empty = string.IsNullOrWhiteSpace(firstName) ? "FirstName"
            : string.IsNullOrWhiteSpace(lastName) ? "LastName"
            : null;
        if (empty is not null)
        {
            throw PersonioException.Invalid(
                $"The person '{$"{firstName} {lastName}".Trim()}' was not created: its {empty} is empty.");
        }
    }

    /// <summary>The gender on the wire: UNSPECIFIED in responses is UNDEFINED in requests.</summary>
    public static string? ToWord(Gender? gender) =>
        (gender == Gender.Unspecified ? Gender.Undefined : gender)?.ToString().ToUpperInvariant();

    /// <summary>The language on the wire; null if none was specified.</summary>
    /// <exception cref="PersonioException">Personio does not support the language.</exception>
    public static string? CheckLanguage(string? code)
    {
        string? wanted = string.IsNullOrWhiteSpace(code) ? null : code.Trim().ToLowerInvariant();
        return wanted is null || LanguageCodes.Values.Any(language => language.Text == wanted)
            ? wanted
            : throw PersonioException.Invalid(
                $"'{code}' is not a language of Personio. Specify one of "
                + $"{string.Join(", ", LanguageCodes.Values.Select(language => language.Text))}.");
    }

    /// <summary>The email address without surrounding white space; null if none was specified.</summary>
    /// <exception cref="PersonioException">The text is not an email address.</exception>
    public static string? CheckAddress(string? email)
    {
        string? address = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        return address is null || EmailAddress.IsValid(address)
            ? address
            : throw PersonioException.Invalid($"'{email}' is not an email address.");
    }
}
