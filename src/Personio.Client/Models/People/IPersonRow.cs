namespace Personio.Models;

/// <summary>A row that belongs to a person and can be given that person's name.</summary>
/// <typeparam name="T">The type of the row.</typeparam>
public interface IPersonRow<T>
{
    /// <summary>The id of the person; null if the service does not send it or the row belongs to nobody.</summary>
    string? PersonId { get; }

    /// <summary>Returns the same row with the name and email address of its person.</summary>
    /// <param name="name">The display name; null if the person has none.</param>
    /// <param name="email">The email address; null if the person has none.</param>
    T WithPerson(string? name, string? email);
}
