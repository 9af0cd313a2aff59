using System.Collections.Concurrent;
using Personio.Client;

namespace Personio;

/// <summary>
/// Holds piped inputs that identify persons by email address until fifty addresses are collected, and then looks them
/// up with one request. Inputs that follow wait as well, so that the order is kept. If no input is held, inputs with
/// IDs pass through.
/// </summary>
/// <remarks>
/// A held input consists of the values that PowerShell bound to the pipeline parameters. They are restored before the
/// cmdlet processes the input.
/// </remarks>
internal sealed class HeldInputs(ConnectedCmdletBase command)
{
    // A long file may refer to few persons; this limit keeps it from being held in memory as a whole.
    private const int MaxInputs = 500;

    private static readonly ConcurrentDictionary<Type, PersonParameters> s_parameters = new();

    private readonly PersonParameters _parameters = s_parameters.GetOrAdd(command.GetType(), PersonParameters.From);
    private readonly Queue<(object?[] Values, string Set)> _held = new();
    private readonly HashSet<string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private bool _isStarted;

    /// <summary>The parameter set of a held input that is being processed; null for the current input.</summary>
    public string? ParameterSet { get; private set; }

    /// <summary>True if a parameter takes persons.</summary>
    public bool TakesPersons(string parameter) =>
        Array.Exists(_parameters.Persons, known => known.Name.Equals(parameter, StringComparison.OrdinalIgnoreCase));

    /// <summary>Holds the current input if it has to wait.</summary>
    /// <returns>True if the input is held and the cmdlet should continue with the next one.</returns>
    public bool TryHold()
    {
        if (_parameters.Persons.Length == 0)
        {
            return false;
        }

        _parameters.FillFromAddress(command);
        string[] addresses =
            [.. _parameters.AddressesOf(command).Where(address => !command.Persons.IsKnown(address))];
        bool isFirst = !_isStarted;
        _isStarted = true;
        if (addresses.Length > 0 && (isFirst || !command.MyInvocation.ExpectingInput))
        {
            ReadCommandLine(addresses);
            addresses = [.. addresses.Where(address => !command.Persons.IsKnown(address))];
        }

        if (_held.Count == 0 && addresses.Length == 0)
        {
            return false;
        }

        _held.Enqueue(([.. _parameters.Piped.Select(one => one.GetValue(command))], command.BoundSet));
        _addresses.UnionWith(addresses);
        if (_addresses.Count >= Endpoints.ListPersons.MaxIdsPerRequest || _held.Count >= MaxInputs)
        {
            Release();
        }

        return true;
    }

    /// <summary>Looks up the addresses of all held inputs and has the cmdlet process them.</summary>
    public void Release()
    {
        if (_held.Count == 0)
        {
            return;
        }

        Restore(_held.Peek());
        if (command.TryResolveEarly())
        {
            command.Persons.Read(_addresses);
        }

        _addresses.Clear();
        while (_held.TryDequeue(out (object?[] Values, string Set) input))
        {
            Restore(input);
            command.ProcessOne();
        }

        ParameterSet = null;
    }

    // Addresses from the command line are available with the first input and need not wait for more inputs.
    private void ReadCommandLine(string[] addresses)
    {
        string[] typed = command.MyInvocation.ExpectingInput
            ? [.. addresses.Intersect(_parameters.AddressesOf(command, command.Given.IsOnCommandLine))]
            : addresses;
        if (typed.Length > 0 && command.TryResolveEarly())
        {
            command.Persons.Read(typed);
        }
    }

    private void Restore((object?[] Values, string Set) input)
    {
        ParameterSet = input.Set;
        for (int i = 0; i < _parameters.Piped.Length; i++)
        {
            _parameters.Piped[i].SetValue(command, input.Values[i]);
        }
    }
}
