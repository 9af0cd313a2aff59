using System.Collections.Concurrent;
using Personio.Client;

namespace Personio;

/// <summary>
/// Holds piped inputs that name persons by e-mail addresses until there are fifty addresses, which are then looked up
/// with one request. The inputs after them wait as well, so that the order stays. Inputs with ids alone are not held.
/// </summary>
/// <remarks>
/// An input is what the engine bound of it: the values of the parameters that come by the pipeline. They are put back
/// before the cmdlet works on it.
/// </remarks>
internal sealed class HeldInputs(ConnectedCmdletBase command)
{
    // A long file may name few persons: it is not kept in memory whole.
    private const int MostInputs = 500;

    private static readonly ConcurrentDictionary<Type, PersonParameters> s_known = new();

    private readonly PersonParameters _parameters = s_known.GetOrAdd(command.GetType(), PersonParameters.From);
    private readonly Queue<(object?[] Values, string Set)> _held = new();
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private bool _isStarted;

    /// <summary>The parameter set of the input that is worked on late; null where it is the one at hand.</summary>
    public string? ParameterSet { get; private set; }

    /// <summary>Whether a parameter takes persons.</summary>
    public bool TakesPersons(string parameter) =>
        Array.Exists(_parameters.Persons, known => known.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes the input at hand, if it has to wait.</summary>
    /// <returns>Whether it was taken; the cmdlet goes on with the next then.</returns>
    public bool Take()
    {
        if (_parameters.Persons.Length == 0)
        {
            return false;
        }

        _parameters.FillFromAddress(command);
        string[] addresses =
            [.. _parameters.AddressesOf(command).Where(address => !command.Persons.Knows(address))];
        bool isFirst = !_isStarted;
        _isStarted = true;
        if (addresses.Length > 0 && (isFirst || !command.MyInvocation.ExpectingInput))
        {
            ReadTyped(addresses);
            addresses = [.. addresses.Where(address => !command.Persons.Knows(address))];
        }

        if (_held.Count == 0 && addresses.Length == 0)
        {
            return false;
        }

        _held.Enqueue(([.. _parameters.Piped.Select(one => one.GetValue(command))], command.BoundSet));
        _addresses.UnionWith(addresses);
        if (_addresses.Count >= Endpoints.ListPersons.MaxIdsPerRequest || _held.Count >= MostInputs)
        {
            Release();
        }

        return true;
    }

    /// <summary>Looks up the addresses of all inputs that wait, and lets the cmdlet work on them.</summary>
    public void Release()
    {
        if (_held.Count == 0)
        {
            return;
        }

        PutBack(_held.Peek());
        if (command.TrySettle())
        {
            command.Persons.Read(_addresses);
        }

        _addresses.Clear();
        while (_held.TryDequeue(out (object?[] Values, string Set) input))
        {
            PutBack(input);
            command.ProcessOne();
        }

        ParameterSet = null;
    }

    // What was typed is there with the first input, and need not wait for others.
    private void ReadTyped(string[] addresses)
    {
        string[] typed = command.MyInvocation.ExpectingInput
            ? [.. addresses.Intersect(_parameters.AddressesOf(command, command.Given.IsTyped))]
            : addresses;
        if (typed.Length > 0 && command.TrySettle())
        {
            command.Persons.Read(typed);
        }
    }

    private void PutBack((object?[] Values, string Set) input)
    {
        ParameterSet = input.Set;
        for (int i = 0; i < _parameters.Piped.Length; i++)
        {
            _parameters.Piped[i].SetValue(command, input.Values[i]);
        }
    }
}
