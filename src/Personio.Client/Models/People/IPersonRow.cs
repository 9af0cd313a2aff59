namespace Personio.Models;

/// <summary>A row that belongs to a person, and can be given the name of that person.</summary>
/// <typeparam name="T">The type of the row.</typeparam>
public interface IPersonRow<T>
{
    /// <summary>The id of the person; null where the service does not say whose it is, or it is nobody's.</summary>
    string? PersonId { get; }

    /// <summary>The same row with what its person is called.</summary>
    /// <param name="name">The name for display; null where the person has none.</param>
    /// <param name="email">The e-mail address; null where the person has none.</param>
    T WithPerson(string? name, string? email);
}
